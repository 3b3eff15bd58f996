package rewardscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SpinnersTest {
    @BeforeAll
    static void start() throws InterruptedException {
        Headless.start();
    }

    @Test
    void whatIsNoNumberIsTakenBack() throws Exception {
        for (String text : List.of("agent: {type: sarsa}", "", "1,5", "12345678901234567890", "NaN")) {
            assertThat(Headless.<String>onFx(() -> {
                        var spinner = Spinners.whole(1, 60, 4);
                        spinner.setEditable(true);
                        spinner.getEditor().setText(text);
                        spinner.commitValue();
                        return spinner.getValue() + " " + spinner.getEditor().getText();
                    }))
                    .as(text)
                    .isEqualTo("4 4");
        }
        assertThat(Headless.<String>onFx(() -> {
                    var spinner = Spinners.decimal(0.5, 25, 10, 0.5);
                    spinner.setEditable(true);
                    spinner.getEditor().setText("NaN");
                    spinner.commitValue();
                    return spinner.getValue() + " " + spinner.getEditor().getText();
                }))
                .isEqualTo("10.0 10.0");
    }

    @Test
    void aNumberWithAPointIsReadUnderEveryLocaleAndKeptWithinItsRange() throws Exception {
        assertThat(Headless.<Double>onFx(() -> {
                    var spinner = Spinners.decimal(0.5, 25, 10, 0.5);
                    spinner.setEditable(true);
                    spinner.getEditor().setText(" 2.5 ");
                    spinner.commitValue();
                    return spinner.getValue();
                }))
                .isEqualTo(2.5);
        assertThat(Headless.<Integer>onFx(() -> {
                    var spinner = Spinners.whole(1, 60, 4);
                    spinner.setEditable(true);
                    spinner.getEditor().setText("700");
                    spinner.commitValue();
                    return spinner.getValue();
                }))
                .isEqualTo(60);
    }
}
