# The commands of the project; `make` alone lists them.
#   LIBVIPS=<file>     another libvips shared library than the pinned one
#   CORPUS=<folder>    test: a folder of pictures with an outcomes.tsv
#   PHOTOS=<folder>    run: your own pictures          EVENT=<file>   run: another event
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help run test uploads format package clean libvips

JDK25 := $(shell .mvn/jdk25 2>/dev/null)
export JAVA_HOME := $(if $(JDK25),$(JDK25),$(JAVA_HOME))
# Maven 3.8's own libraries make newer JDKs warn; nothing of ours is silenced by this.
export MAVEN_OPTS := --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED $(MAVEN_OPTS)
MVN := mvn -B -ntp
PINNED := target/libvips/libvips
ENGINE := $(if $(LIBVIPS),$(LIBVIPS),$(CURDIR)/$(PINNED))

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed 's/:[^#]*## /\t/' | expand -t 12

test: tools libvips ## every test; CORPUS=<folder> adds a folder of odd pictures
	@$(MVN) verify -Dlibvips="$(ENGINE)" -Dcorpus="$(if $(CORPUS),$(abspath $(CORPUS)))"

format: tools ## formats the sources
	@$(MVN) -q spotless:apply

clean: ## removes everything that was built
	rm -rf target

libvips: $(if $(LIBVIPS),,$(PINNED)) ## fetches the pinned libvips (npm, integrity-checked)

$(PINNED): src/native/package.json src/native/package-lock.json
	@sh src/native/fetch target/libvips

.PHONY: tools
tools:
	@.mvn/jdk25 >/dev/null
	@command -v mvn >/dev/null || { echo "Maven is missing: install it (for example 'apt-get install maven' or 'brew install maven')." >&2; exit 1; }
