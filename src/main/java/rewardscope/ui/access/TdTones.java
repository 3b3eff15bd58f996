package rewardscope.ui.access;

import java.io.IOException;
import java.util.OptionalDouble;
import java.util.concurrent.SynchronousQueue;
import java.util.function.Consumer;
import rewardscope.agent.Components;
import rewardscope.sim.Frame;

/// Lets the TD error of each act that is watched be heard. What comes while a tone still sounds is left out, so that a
/// fast run is heard as a row of samples.
public final class TdTones implements AutoCloseable {
    private final SynchronousQueue<Tone> next = new SynchronousQueue<>();
    private final Consumer<String> trouble;
    private final Loudspeaker loudspeaker;
    private Thread player = Thread.ofVirtual().unstarted(() -> {});
    private boolean on;
    private long lastAct = -1;
    private long lastSeed;
    private double largest;

    /// @param trouble told, on a thread of this class, why nothing can be heard
    public TdTones(Consumer<String> trouble) {
        this(trouble, new SystemLoudspeaker());
    }

    TdTones(Consumer<String> trouble, Loudspeaker loudspeaker) {
        this.trouble = trouble;
        this.loudspeaker = loudspeaker;
    }

    /// Whether anything is to be heard from now on.
    public void turn(boolean wanted) {
        if (wanted == on) {
            return;
        }
        on = wanted;
        player.interrupt();
        if (on) {
            player = Thread.ofPlatform().daemon().name("tones").start(this::play);
        }
    }

    /// Another frame is on the desk; call it from one thread.
    public void show(Frame frame) {
        long act = frame.view().counts().acts();
        long seed = frame.experiment().seed();
        boolean forward = act > lastAct;
        if (act == 0 || seed != lastSeed) {
            largest = 0;
        }
        lastAct = act;
        lastSeed = seed;
        if (!on || !forward) {
            return;
        }
        tdError(frame).ifPresent(error -> {
            largest = Math.max(largest, Math.abs(error));
            next.offer(Tone.of(error, largest)); // nobody waits for it while one sounds
        });
    }

    private static OptionalDouble tdError(Frame frame) {
        return frame.view().event()
                .map(event -> Components.of((Record) event).get("tdError"))
                .filter(Double.class::isInstance)
                .map(value -> (Double) value)
                .filter(Double::isFinite)
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    private void play() {
        try (loudspeaker) {
            while (true) {
                loudspeaker.play(next.take());
            }
        } catch (IOException e) {
            trouble.accept(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // turned off
        }
    }

    @Override
    public void close() {
        turn(false);
    }
}
