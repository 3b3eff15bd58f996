package rewardscope.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "devices",
        description = "Lists the compute backends that can be used here, and why another cannot.",
        mixinStandardHelpOptions = true)
final class DevicesCommand implements Callable<Integer> {
    private final Surroundings around;

    DevicesCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        for (Device device : around.devices().get()) {
            around.out().println(device.name() + "\t" + device.description()
                    + (device.reason().isEmpty() ? "\tready" : "\tcannot be used: " + device.reason()));
        }
        return ExitCode.WELL;
    }
}
