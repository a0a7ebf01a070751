// Runs EPUBCheck on many files in one Java: its start takes ten times as long as a file.
// Prints `ok FILE` or a line a message; run as `java -cp … EpubBatch.java FILE…`.

import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.messages.MessageId;
import com.adobe.epubcheck.messages.Severity;
import com.adobe.epubcheck.util.DefaultReportImpl;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

public class EpubBatch {
    static final List<String> MESSAGES = new ArrayList<>();

    static class Lines extends DefaultReportImpl {
        Lines(String name) {
            super(name);
        }

        @Override
        public void message(MessageId id, EPUBLocation location, Object... args) {
            message(getDictionary().getMessage(id), location, args);
        }

        @Override
        public void message(com.adobe.epubcheck.messages.Message message, EPUBLocation location, Object... args) {
            if (message.getSeverity() != Severity.USAGE && message.getSeverity() != Severity.SUPPRESSED) {
                MESSAGES.add(message.getSeverity() + " " + message.getID() + " " + location.getPath() + ":"
                    + location.getLine() + " " + message.getMessage(args));
            }
        }
    }

    public static void main(String[] files) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String file : files) {
            MESSAGES.clear();
            new EpubCheck(new File(file), new Lines(file)).check();
            if (MESSAGES.isEmpty()) {
                out.println("ok " + file);
            }
            for (String message : MESSAGES) {
                out.println(file + ": " + message.replace('\n', ' '));
            }
        }
    }
}
