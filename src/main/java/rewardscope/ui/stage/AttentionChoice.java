package rewardscope.ui.stage;

/// Which attention maps are shown.
///
/// @param layer −1 for the last one
/// @param head −1 for all of the layer beside each other
record AttentionChoice(int layer, int head) {
    static final AttentionChoice FIRST = new AttentionChoice(-1, -1);

    /// The layer, in a model of so many.
    int layerOf(int layers) {
        return layer < 0 || layer >= layers ? layers - 1 : layer;
    }

    /// Whether a head is shown, in a layer of so many.
    boolean shows(int h, int heads) {
        return head < 0 || head >= heads || h == head;
    }

    /// How many maps are shown.
    int shown(int heads) {
        return head < 0 || head >= heads ? heads : 1;
    }
}
