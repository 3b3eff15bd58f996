package rewardscope.agent.nolearning;

import java.util.Arrays;
import java.util.List;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Equation;
import rewardscope.agent.Family;
import rewardscope.agent.StepEvent;
import rewardscope.agent.TakesChoices;
import rewardscope.math.StateExchange;

/// Does what a person chooses. One act is one action; without a choice, or with one that is not possible here, an act
/// does no more than to start an episode, and says that it waits.
public final class HumanAgent extends Player implements TakesChoices {
    public static final AgentType TYPE = new AgentType(
            "human", "A person", Family.NO_LEARNING, List.of(Play.GAMMA), Play::needs, HumanAgent::new);

    private static final int NONE = -1;

    private int choice = NONE;
    private boolean waited = true;

    public HumanAgent(AgentSettings settings) {
        super(settings);
    }

    /// The record of an act that did nothing: it is the person's turn.
    public record Waiting(List<String> choices, double returnOld, double returnNew) implements StepEvent {
        private static final Equation EQUATION = Equation.of("#{returnNew|G} = #{returnOld|G}");

        @Override
        public Equation equation() {
            return EQUATION;
        }
    }

    @Override
    public List<String> choices() {
        return play.actionNames();
    }

    @Override
    public void choose(int action) {
        choice = action;
    }

    @Override
    public void advance() {
        play.begin();
        int action = choice;
        choice = NONE;
        waited = Arrays.stream(play.available()).noneMatch(a -> a == action);
        if (!waited) {
            play.take(action);
        }
    }

    @Override
    public StepEvent event() {
        if (!waited) {
            return super.event();
        }
        var possible = Arrays.stream(play.available())
                .mapToObj(a -> play.actionNames().get(a))
                .toList();
        return new Waiting(possible, play.returnSoFar(), play.returnSoFar());
    }

    @Override
    public int marks() {
        return waited ? 0 : super.marks();
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        choice = state.integer("choice", choice);
    }
}
