package rewardscope.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import rewardscope.sim.Frame;
import rewardscope.sim.Look;
import rewardscope.ui.Pane;
import rewardscope.ui.theme.Palette;

/// A pane that is made when its first frame can be seen. Until then an empty place stands for it, which costs next to
/// nothing when the window starts.
final class LatePane<P extends Pane> implements Pane {
    private final Supplier<P> maker;
    private final StackPane place = new StackPane();
    private final List<Consumer<P>> wishes = new ArrayList<>();
    private Optional<P> made = Optional.empty();
    private Optional<Palette> palette = Optional.empty();

    LatePane(Supplier<P> maker) {
        this.maker = maker;
    }

    @Override
    public Node node() {
        return place;
    }

    @Override
    public void show(Frame frame) {
        pane().show(frame);
    }

    @Override
    public int mostPerSecond() {
        return made.map(Pane::mostPerSecond).orElse(AS_OFTEN_AS_THE_SCREEN);
    }

    @Override
    public Set<Look> looks() {
        return made.map(Pane::looks).orElse(Set.of());
    }

    @Override
    public void use(Palette wanted) {
        palette = Optional.of(wanted);
        made.ifPresent(pane -> pane.use(wanted));
    }

    /// The pane if somebody has seen it.
    Optional<P> made() {
        return made;
    }

    /// Asks something of the pane: at once if it is there, else as soon as it is.
    void ask(Consumer<P> wish) {
        made.ifPresentOrElse(wish, () -> wishes.add(wish));
    }

    private P pane() {
        if (made.isEmpty()) {
            P pane = maker.get();
            wishes.forEach(wish -> wish.accept(pane));
            wishes.clear();
            palette.ifPresent(pane::use);
            place.getChildren().setAll(pane.node());
            made = Optional.of(pane);
        }
        return made.get();
    }
}
