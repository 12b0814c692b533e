package renditions.architecture.planted.local;

/// Breaks a rule where only what runs on Lambda is expected.
public record Emulator(int port) {}
