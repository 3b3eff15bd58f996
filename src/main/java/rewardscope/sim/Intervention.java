package rewardscope.sim;

import java.io.IOException;
import rewardscope.agent.Agent;
import rewardscope.agent.Schedule;
import rewardscope.agent.TakesChoices;
import rewardscope.env.control.ControlEnvironment;
import rewardscope.language.feedback.Feedback;
import rewardscope.language.stage.LanguageLab;
import rewardscope.language.stage.SavedModels;

/// What a person did to a run between two acts. Logged with its act, and done again there on every replay.
public sealed interface Intervention {
    void applyTo(Agent agent);

    /// Whether this takes the place of an earlier one at the same act.
    boolean replaces(Intervention earlier);

    /// A slider was moved.
    record ParameterChange(String parameter, Schedule schedule) implements Intervention {
        @Override
        public void applyTo(Agent agent) {
            agent.hyperparameters().change(parameter, schedule);
        }

        @Override
        public boolean replaces(Intervention earlier) {
            return earlier instanceof ParameterChange change && change.parameter().equals(parameter);
        }
    }

    /// A hand pushes a cart or a rod.
    ///
    /// @param force in the world's own unit (newtons; newton metres for a rod), 0 to let go
    /// @param held whether it goes on until the next push, or lasts one step
    record Push(double force, boolean held) implements Intervention {
        @Override
        public void applyTo(Agent agent) {
            if (agent.environment() instanceof ControlEnvironment world) {
                if (held) {
                    world.hold(force);
                } else {
                    world.push(force);
                }
            }
        }

        @Override
        public boolean replaces(Intervention earlier) {
            return earlier instanceof Push push && push.held() == held;
        }
    }

    /// A person chose the next action.
    record Choice(int action) implements Intervention {
        @Override
        public void applyTo(Agent agent) {
            if (agent instanceof TakesChoices person) {
                person.choose(action);
            }
        }

        @Override
        public boolean replaces(Intervention earlier) {
            return earlier instanceof Choice;
        }
    }

    /// A person said something about answers.
    record Label(Feedback feedback) implements Intervention {
        @Override
        public void applyTo(Agent agent) {
            if (agent instanceof LanguageLab lab) {
                lab.label(feedback);
            }
        }

        @Override
        public boolean replaces(Intervention earlier) {
            return false; // everything that was said counts
        }
    }

    /// The networks and labels of a folder take the place of those that the run has.
    record ModelsTaken(SavedModels saved) implements Intervention {
        @Override
        public void applyTo(Agent agent) {
            if (agent instanceof LanguageLab lab) {
                try {
                    lab.load(saved);
                } catch (IOException e) {
                    throw new IllegalStateException(e.getMessage(), e);
                }
            }
        }

        @Override
        public boolean replaces(Intervention earlier) {
            return false;
        }
    }

    /// A person takes back what was said.
    record Retraction(Feedback feedback) implements Intervention {
        @Override
        public void applyTo(Agent agent) {
            if (agent instanceof LanguageLab lab) {
                lab.retract(feedback);
            }
        }

        @Override
        public boolean replaces(Intervention earlier) {
            return false; // the label stands in the log, and is taken back on every replay
        }
    }
}
