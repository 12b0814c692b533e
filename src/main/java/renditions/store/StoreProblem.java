package renditions.store;

/// Why an object cannot be had or stored.
public sealed interface StoreProblem extends Fetched, Written {
    /// The kind of problem in one upper-case word, stable, for logs and machines.
    String code();

    /// What is wrong, for people, one sentence that names the object.
    String message();

    /// What follows from it.
    Kind kind();

    /// What follows from a problem.
    enum Kind {
        /// The same call may succeed another time.
        PASSING,
        /// The same call gives the same problem, for this object.
        LASTING,
        /// Calls for other objects of the bucket give the same problem, until somebody acts.
        EVERYWHERE
    }

    /// There is no such object (any more).
    record Missing(ObjectId object) implements StoreProblem {
        @Override
        public String code() {
            return "MISSING";
        }

        @Override
        public String message() {
            return "there is no object " + object + " (any more)";
        }

        @Override
        public Kind kind() {
            return Kind.LASTING;
        }
    }

    /// There is no such bucket.
    record NoBucket(ObjectId object) implements StoreProblem {
        @Override
        public String code() {
            return "NO_BUCKET";
        }

        @Override
        public String message() {
            return "there is no bucket '" + object.bucket() + "' (for " + object + "): create it, or correct its name";
        }

        @Override
        public Kind kind() {
            return Kind.EVERYWHERE;
        }
    }

    /// The function's role may not do this.
    ///
    /// @param action the permission it takes, as IAM names it
    record Denied(ObjectId object, String action) implements StoreProblem {
        @Override
        public String code() {
            return "DENIED";
        }

        @Override
        public String message() {
            return "access to " + object + " is denied: allow the function " + action
                    + " (without s3:ListBucket a missing object looks like this, too)";
        }

        @Override
        public Kind kind() {
            return Kind.EVERYWHERE;
        }
    }

    /// More bytes than allowed; none was read.
    ///
    /// @param bytes what the store says its length is
    /// @param limit what is allowed, in bytes
    record TooLarge(ObjectId object, long bytes, long limit) implements StoreProblem {
        @Override
        public String code() {
            return "TOO_LARGE";
        }

        @Override
        public String message() {
            return "%s has %,d bytes, the limit is %,d".formatted(object, bytes, limit);
        }

        @Override
        public Kind kind() {
            return Kind.LASTING;
        }
    }

    /// The condition of the call does not hold: somebody else replaced the object.
    record Changed(ObjectId object) implements StoreProblem {
        @Override
        public String code() {
            return "CHANGED";
        }

        @Override
        public String message() {
            return object + " was replaced by somebody else meanwhile";
        }

        @Override
        public Kind kind() {
            return Kind.PASSING;
        }
    }

    /// The store refuses the call as such: a key or bucket name it does not take.
    ///
    /// @param detail the store's words
    record Refused(ObjectId object, String detail) implements StoreProblem {
        @Override
        public String code() {
            return "REFUSED";
        }

        @Override
        public String message() {
            return "the store refuses the call for " + object + ": " + detail;
        }

        @Override
        public Kind kind() {
            return Kind.LASTING;
        }
    }

    /// The store did not answer, or said that it cannot now.
    ///
    /// @param detail what happened
    record Unavailable(ObjectId object, String detail) implements StoreProblem {
        @Override
        public String code() {
            return "UNAVAILABLE";
        }

        @Override
        public String message() {
            return "the store did not serve " + object + ": " + detail;
        }

        @Override
        public Kind kind() {
            return Kind.PASSING;
        }
    }

    /// Stopped by a cancellation.
    record Stopped(ObjectId object) implements StoreProblem {
        @Override
        public String code() {
            return "STOPPED";
        }

        @Override
        public String message() {
            return "stopped before " + object + " was transferred";
        }

        @Override
        public Kind kind() {
            return Kind.PASSING;
        }
    }
}
