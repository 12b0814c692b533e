# The commands of the project; `make` alone lists them.
#   LIBVIPS=<file>     another libvips shared library than the pinned one
#   CORPUS=<folder>    test: a folder of pictures with an outcomes.tsv
#   BENCH=<name>       bench: one of overhead, cancel, overload
#   PHOTOS=<folder>    run: your own pictures          EVENT=<file>   run: another event
#   RECEIVES=<number>  run: how often a message is received before it is a dead letter
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help run test bench soak mutants uploads format package clean libvips

JDK25 := $(shell .mvn/jdk25 2>/dev/null)
export JAVA_HOME := $(if $(JDK25),$(JDK25),$(JAVA_HOME))
# Maven 3.8's own libraries make newer JDKs warn; nothing of ours is silenced by this.
export MAVEN_OPTS := --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED $(MAVEN_OPTS)
MVN := mvn -B -ntp -Dstyle.color=never
PINNED := target/libvips/libvips
LAYERS := target/layer-x86_64.zip target/layer-arm64.zip
# File names are taken as they are: the shell gets them from its environment, not from this text.
override export PHOTOS := $(value PHOTOS)
override export EVENT := $(value EVENT)
override export RECEIVES := $(value RECEIVES)
override export CORPUS := $(value CORPUS)
FOLDER = $$(if [ -n "$$CORPUS" ]; then cd -- "$$CORPUS" && pwd; fi)
ENGINE := $(if $(LIBVIPS),$(LIBVIPS),$(CURDIR)/$(PINNED))

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed 's/:[^#]*## /\t/' | expand -t 12

run: classes ## five uploads, the third corrupt, on an embedded S3 and queue; PHOTOS=<folder> or EVENT=<file> for your own
	@$(JAVA) renditions.local.LocalRun $${PHOTOS:+--photos "$$PHOTOS"} $${EVENT:+--event "$$EVENT"} $${RECEIVES:+--receives "$$RECEIVES"}

test: tools libvips ## every test; CORPUS=<folder> adds a folder of odd pictures
	@$(MVN) verify -Dlibvips="$(ENGINE)" -Dcorpus.folder="$(FOLDER)"

soak: tools libvips ## every test, each proof in full (hours); TESTS=<pattern> for some
	@$(MVN) verify -Dlibvips="$(ENGINE)" -Dcorpus.folder="$(FOLDER)" -Dproof.full=true -Dscenes=1000 $(if $(TESTS),-Dtest='$(TESTS)' -Dit.test='$(TESTS)' -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false)

mutants: classes ## breaks the engine and the event reader in small ways and counts what no test notices
	@$(MVN) org.pitest:pitest-maven:mutationCoverage
	@echo "report: target/pit-reports/index.html"

bench: classes ## about ten minutes of measurements, as tables; BENCH=overhead, cancel or overload for one of them
	@$(JAVA) renditions.bench.Bench $(BENCH)

uploads: classes ## paints the pictures of events/uploads and writes the event that announces them
	@$(JAVA) renditions.local.WriteUploads

package: tools $(LAYERS) ## target/renditions.zip for Lambda, and the layers with libvips beside it
	@$(MVN) -q package -DskipTests >&2
	@ls -l target/renditions.zip $(LAYERS)

# One layer for each architecture of Lambda: lib/ is on the function's library path as /opt/lib.
target/layer-%.zip: src/native/package.json src/native/package-lock.json src/native/layer
	@JAR="$(JAVA_HOME)/bin/jar" sh src/native/layer $* $@

format: tools ## formats the sources
	@$(MVN) -q spotless:apply

clean: ## removes everything that was built
	rm -rf target

libvips: $(if $(LIBVIPS),,$(PINNED)) ## fetches the pinned libvips (npm, integrity-checked)

$(PINNED): src/native/package.json src/native/package-lock.json
	@sh src/native/fetch target/libvips

# The class path of src/local and src/bench, compiled; quiet where there is nothing to do. C.UTF-8: file names are
# what they are; two arenas: glibc would keep what libvips freed in one for each thread. The embedded
# queue's Scala still uses sun.misc.Unsafe, and newer JDKs warn of it.
JAVA = LC_ALL=C.UTF-8 MALLOC_ARENA_MAX=2 LIBVIPS="$(ENGINE)" "$(JAVA_HOME)/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -cp "target/test-classes:target/classes:$$(cat target/class-path)"

.PHONY: classes
classes: tools libvips target/classes.stamp

target/classes.stamp: pom.xml $(shell find src -type f)
	@echo "compiling" >&2
	@$(MVN) -q process-test-classes >&2
	@touch $@

.PHONY: tools
tools:
	@.mvn/jdk25 >/dev/null
	@command -v mvn >/dev/null || { echo "Maven is missing: install it (for example 'apt-get install maven' or 'brew install maven')." >&2; exit 1; }
