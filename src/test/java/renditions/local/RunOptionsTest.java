package renditions.local;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.local.RunOptions.Event;
import renditions.local.RunOptions.Five;
import renditions.local.RunOptions.Photos;
import renditions.local.RunOptions.Refused;
import renditions.local.RunOptions.Replay;

final class RunOptionsTest {
    @TempDir
    Path folder;

    @Test
    void nothing_asks_for_the_five_uploads() {
        assertThat(RunOptions.of(List.of())).isEqualTo(new Five(RunOptions.RECEIVES));
    }

    @Test
    void photos_are_every_file_of_the_folder_and_below_in_order() throws IOException {
        file("b.jpg");
        file("a picture.heic");
        file("holiday/2026/c+d.txt");
        assertThat(photos().files())
                .containsExactly(
                        folder.resolve("a picture.heic"),
                        folder.resolve("b.jpg"),
                        folder.resolve("holiday/2026/c+d.txt"));
        assertThat(photos().name(folder.resolve("holiday/2026/c+d.txt"))).isEqualTo("holiday/2026/c+d.txt");
    }

    @Test
    void hidden_files_and_folders_are_left_out() throws IOException {
        file("seen.jpg");
        file(".DS_Store");
        file(".trash/gone.jpg");
        assertThat(photos().files()).containsExactly(folder.resolve("seen.jpg"));
    }

    @Test
    void a_hidden_folder_that_is_asked_for_is_read() throws IOException {
        file(".camera/seen.jpg");
        assertThat(RunOptions.of(List.of("--photos", folder.resolve(".camera").toString())))
                .isInstanceOf(Photos.class);
    }

    @Test
    void links_to_files_are_followed_and_links_to_folders_are_not() throws IOException {
        file("real/a.jpg");
        Files.createSymbolicLink(folder.resolve("link.jpg"), folder.resolve("real/a.jpg"));
        Files.createSymbolicLink(folder.resolve("real/circle"), folder);
        Files.createSymbolicLink(folder.resolve("broken.jpg"), folder.resolve("nowhere"));
        assertThat(photos().files()).containsExactly(folder.resolve("link.jpg"), folder.resolve("real/a.jpg"));
    }

    @Test
    void a_folder_that_is_a_link_is_read() throws IOException {
        file("real/a.jpg");
        var link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
        assertThat(RunOptions.of(List.of("--photos", link.toString()))).isInstanceOf(Photos.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--photos F/none             | The folder F/none does not exist.",
                "--photos F/a.jpg            | F/a.jpg is a file: PHOTOS takes the folder it is in.",
                "--photos F/empty            | The folder F/empty holds no files.",
                "--photos F/hidden           | The folder F/hidden holds no files.",
                "--event F/e.json            | The event F/e.json does not exist.",
                "--event F                   | F is not a file: EVENT takes a file with JSON.",
                "--event F/a --receives 3    | EVENT and RECEIVES cannot be given both: an event goes to the function once, without a queue.",
                "--photos F/a --event F/b    | PHOTOS and EVENT cannot be given both: run one after the other.",
                "--message F/a --event F/b   | MESSAGE cannot be given with EVENT or RECEIVES: a replay receives each message once.",
                "--message F/a --receives 3  | MESSAGE cannot be given with EVENT or RECEIVES: a replay receives each message once.",
                "--message F/none            | The message F/none does not exist.",
                "--message F/m.json --photos F/none  | The folder F/none does not exist.",
                "--message F/m.json --photos F/a.jpg | F/a.jpg is a file: PHOTOS takes the folder it is in.",
                "--foto x                    | '--foto x' is not understood: give --photos <folder>, --event <file>, --receives <number>, --message <file> or nothing.",
                "--photos                    | '--photos' is not understood: give --photos <folder>, --event <file>, --receives <number>, --message <file> or nothing.",
            })
    void what_cannot_be_run_is_refused_with_a_sentence(String arguments, String sentence) throws IOException {
        file("a.jpg");
        file("hidden/.hidden");
        Files.writeString(file("m.json"), "{}");
        Files.createDirectory(folder.resolve("empty"));

        refused(arguments.replace("F", folder.toString()).split(" ", -1))
                .isEqualTo(sentence.replaceAll("\\bF\\b", folder.toString()));
    }

    @Test
    void more_files_than_a_batch_can_hold_are_refused() throws IOException {
        for (int i = 0; i <= PhotoFolder.MOST; i++) {
            Files.createFile(folder.resolve(i + ".jpg"));
        }
        refused("--photos", folder.toString()).endsWith("holds more than 10000 files: no batch is larger.");
        Files.delete(folder.resolve("0.jpg"));
        assertThat(photos().files()).hasSize(PhotoFolder.MOST);
    }

    @Test
    void a_name_that_no_file_can_have_is_refused() {
        refused("--photos", "a\0b").startsWith("The folder ").contains("cannot be read");
        refused("--event", "a\0b").startsWith("The event ").contains("cannot be read");
    }

    @Test
    void an_event_is_its_text() throws IOException {
        var file = Files.writeString(folder.resolve("e.json"), "{\"Records\":[]}\n");
        assertThat(RunOptions.of(List.of("--event", file.toString()))).isEqualTo(new Event(file, "{\"Records\":[]}\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": tru}|see line 1, column 7",
                "'{} x'|see line 1, column 4",
                "''|it is empty",
                "<html>|see line 1, column 1",
            })
    void an_event_that_is_not_json_is_refused_with_the_place(String text, String why) throws IOException {
        var file = Files.writeString(folder.resolve("e.json"), text);
        refused("--event", file.toString()).isEqualTo("The event " + file + " is not JSON: " + why + ".");
    }

    @Test
    void an_event_that_is_nested_without_end_is_refused() throws IOException {
        var file = Files.writeString(folder.resolve("e.json"), "[".repeat(100_000));
        refused("--event", file.toString()).startsWith("The event " + file + " is not JSON: ");
    }

    @Test
    void an_event_that_is_a_picture_is_refused() throws IOException {
        var file = Files.write(folder.resolve("e.json"), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});
        refused("--event", file.toString()).isEqualTo("The event " + file + " is not JSON: it is not UTF-8.");
    }

    @Test
    void pictures_are_looked_up_beside_the_message_unless_a_folder_is_named() throws IOException {
        var message = Files.writeString(file("there/m.json"), "{}").toString();
        Files.createDirectory(folder.resolve("pictures"));

        assertThat(((Replay) RunOptions.of(List.of("--message", message))).folder())
                .isEqualTo(folder.resolve("there").toRealPath());
        assertThat(((Replay) RunOptions.of(List.of(
                                "--message",
                                message,
                                "--photos",
                                folder.resolve("pictures").toString())))
                        .folder())
                .isEqualTo(folder.resolve("pictures").toRealPath());
    }

    @ParameterizedTest
    @CsvSource({"1,1", "7,7", "1000,1000"})
    void receives_are_a_number_for_the_five_uploads_and_for_photos(String text, int number) throws IOException {
        file("a.jpg");
        assertThat(RunOptions.of(List.of("--receives", text))).isEqualTo(new Five(number));
        assertThat(RunOptions.of(List.of("--photos", folder.toString(), "--receives", text)))
                .isEqualTo(new Photos(folder, List.of(folder.resolve("a.jpg")), number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1001", "03", "three", "", " 3", "3.0", "99999999999999999999"})
    void receives_that_SQS_would_not_take_are_refused(String text) {
        refused("--receives", text).isEqualTo("RECEIVES is '" + text + "', allowed: a whole number from 1 to 1000");
    }

    private Photos photos() {
        return (Photos) RunOptions.of(List.of("--photos", folder.toString()));
    }

    private Path file(String name) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, name);
    }

    private static AbstractStringAssert<?> refused(String... arguments) {
        return assertThat(RunOptions.of(List.of(arguments))).extracting(it -> ((Refused) it).reason(), as(STRING));
    }
}
