package rewardscope.lesson;

/// Where a piece of YAML stands in its file: its first line, and how far each of its lines is moved to the right.
///
/// @param firstLine the line in the file of its first line, counted from 1
/// @param shift by line of the piece; lines beyond the end of the array are not moved
public record Origin(int firstLine, int[] shift) {
    public static final Origin FILE = new Origin(1, new int[0]);

    int line(int lineInPiece) {
        return firstLine + lineInPiece;
    }

    int column(int lineInPiece, int columnInPiece) {
        return columnInPiece + 1 + (lineInPiece < shift.length ? shift[lineInPiece] : 0);
    }
}
