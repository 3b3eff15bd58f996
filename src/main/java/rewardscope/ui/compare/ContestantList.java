package rewardscope.ui.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.VBox;
import rewardscope.agent.AgentType;
import rewardscope.agent.Family;
import rewardscope.sim.Experiment;
import rewardscope.ui.Scrolls;
import rewardscope.ui.theme.Palette;

/// The agents that take part, the one on the stage first, and a menu of those that can be added.
final class ContestantList extends VBox {
    private final VBox cards = new VBox();
    private final MenuButton add = new MenuButton("Add an agent");
    private Palette palette = Palette.LIGHT;
    private Optional<Experiment> world = Optional.empty();
    private List<AgentType> offered = List.of();

    ContestantList() {
        cards.getStyleClass().add("contestants");
        var scroll = Scrolls.around(cards);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("parameters-scroll");
        scroll.setMinHeight(40);
        add.setId("compare-add");
        add.getStyleClass().add("contestant-add");
        getChildren().addAll(scroll, add);
        getStyleClass().add("contestant-list");
    }

    /// Starts anew with the agent of an experiment in its world.
    void enter(Experiment experiment) {
        world = Optional.of(experiment);
        cards.getChildren().clear();
        add(Contestant.of(experiment));
        offer(experiment);
    }

    private void offer(Experiment experiment) {
        offered = Contestant.thatWorkIn(experiment);
        add.getItems().clear();
        var again = new MenuItem(experiment.agentType().name() + " with other settings");
        again.setOnAction(_ -> {
            add(Contestant.of(experiment));
            cards().getLast().settings().setSelected(true);
        });
        add.getItems().addAll(again, new SeparatorMenuItem());
        Map<Family, Menu> families = new LinkedHashMap<>();
        for (AgentType type : offered) {
            var item = new MenuItem(type.name());
            item.setOnAction(_ -> add(Contestant.usual(type, experiment)));
            families.computeIfAbsent(type.family(), family -> new Menu(family.title())).getItems().add(item);
        }
        if (families.size() > 2) {
            add.getItems().addAll(families.values());
        } else {
            families.values().forEach(family -> add.getItems().addAll(List.copyOf(family.getItems())));
        }
    }

    void add(Contestant contestant) {
        if (cards.getChildren().size() >= Strokes.MOST) {
            return;
        }
        var card = new ContestantCard[1];
        card[0] = new ContestantCard(contestant, _ -> check(card[0]), () -> {
            cards.getChildren().remove(card[0]);
            number();
        });
        cards.getChildren().add(card[0]);
        number();
    }

    private void number() {
        List<ContestantCard> all = cards();
        for (int i = 0; i < all.size(); i++) {
            all.get(i).draw(palette, i, all.size() > 1);
        }
        add.setDisable(all.size() >= Strokes.MOST);
    }

    private Optional<Experiment> check(ContestantCard card) {
        var entered = card.contestant().in(world.orElseThrow());
        card.complain(entered.problems().isEmpty() ? "" : entered.problems().getFirst().sentence());
        return entered.experiment();
    }

    /// The experiments of all of them; empty if a setting of one is wrong, which its card says.
    Optional<List<Experiment>> experiments() {
        var all = new ArrayList<Experiment>();
        boolean sound = true;
        for (ContestantCard card : cards()) {
            card.commit();
            Optional<Experiment> experiment = check(card);
            experiment.ifPresent(all::add);
            sound &= experiment.isPresent();
        }
        return sound ? Optional.of(List.copyOf(all)) : Optional.empty();
    }

    void use(Palette wanted) {
        palette = wanted;
        number();
    }

    List<ContestantCard> cards() {
        return cards.getChildren().stream().map(node -> (ContestantCard) node).toList();
    }

    List<AgentType> offered() {
        return offered;
    }
}
