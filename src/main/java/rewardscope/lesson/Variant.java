package rewardscope.lesson;

/// Which of a lesson's numbers somebody sees. A lesson may offer several values for a number (`variants` in its front
/// matter); each learner gets their own, always the same ones, so that an answer cannot be copied from a neighbour.
public sealed interface Variant {
    /// What the author sees: the first value of each.
    Variant AUTHORS = new Nth(0);

    /// The value that is taken, by its place from 0.
    ///
    /// @param lesson the lesson's title
    /// @param name the number's name
    /// @param values how many there are, at least 1
    int choose(String lesson, String name, int values);

    /// The same place in every list, starting over at the end of the shorter ones: enough of these show every value.
    record Nth(int place) implements Variant {
        @Override
        public int choose(String lesson, String name, int values) {
            return Math.floorMod(place, values);
        }
    }

    /// A learner's own. Independent of the machine and of the order in which lessons are opened.
    record Learner(long seed) implements Variant {
        @Override
        public int choose(String lesson, String name, int values) {
            long mixed = mix(mix(seed) ^ mix(lesson.hashCode()) ^ Long.rotateLeft(mix(name.hashCode()), 17));
            return (int) Long.remainderUnsigned(mixed, values);
        }

        /// The finaliser of SplitMix64: every bit of the seed moves every bit of the result.
        private static long mix(long seed) {
            long z = seed + 0x9e3779b97f4a7c15L;
            z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
            z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
            return z ^ (z >>> 31);
        }
    }
}
