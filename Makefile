# The commands of the project; `make` alone lists them.
#   LIBVIPS=<file>     another libvips shared library than the pinned one
#   CORPUS=<folder>    test, soak: a folder of pictures with an outcomes.tsv
#   TESTS=<pattern>    test, soak: only the classes of this name, for example ManifestTest or 'S3*IT'
#   BENCH=<name>       bench: one of overhead, cancel, overload, memory
#   MODEL=<list>       model: what differs from the usual, for example 'uploads=5000000 concurrency=500'
#   ROUNDS=<number>    bench-cold: how often everything is started
#   PHOTOS=<folder>    run: your own pictures; replay: where the pictures are looked up
#   EVENT=<file>       run, sam-local: another event    MESSAGE=<file>  replay: a message, or dead letters
#   RECEIVES=<number>  run: how often a message is received before it is a dead letter
#   PARAMETERS=<list>  deploy, deploy-image: parameters of template.yaml, for example 'BucketPrefix=acme CacheControl="public, max-age=60"',
#                      or a file of them: file://my.yaml
#   STACK=<name>       deploy, deploy-image: another stack than "renditions"    ASK=no  deploys without asking, for pipelines
#   BASE=<image>       image, deploy-image: another base than Lambda's public.ecr.aws/lambda/java:25
#   LOCALSTACK=<name>  sam-local: a LocalStack container that runs already
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help run replay sam-local test bench model bench-cold soak mutants uploads format package image reproducible deploy deploy-image clean libvips

JDK25 := $(shell .mvn/jdk25 2>/dev/null)
export JAVA_HOME := $(if $(JDK25),$(JDK25),$(JAVA_HOME))
# Maven 3.8's own libraries make newer JDKs warn; this silences nothing of ours. Maven's Jansi resets the terminal's
# colours at its end, even without a terminal; noreset prevents that.
export MAVEN_OPTS := --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED -Djansi.noreset=true $(MAVEN_OPTS)
# umask: packages keep the modes that their folders were made with.
MVN := umask 022 && mvn -B -ntp -Dstyle.color=never
PINNED := target/libvips/libvips
ZIP := target/renditions.zip
MACHINE := $(if $(filter aarch64 arm64,$(shell uname -m)),arm64,x86_64)
LAYERS := target/layer-x86_64.zip target/layer-arm64.zip
BILLS := target/renditions.cdx.json target/layer-x86_64.cdx.json target/layer-arm64.cdx.json
# File names and parameters are taken literally: the shell gets them from its environment, not from this text.
# In the environment MESSAGE may mean something else.
TYPED := $(if $(filter command,$(origin MESSAGE)),MESSAGE)
override export PHOTOS := $(value PHOTOS)
override export EVENT := $(value EVENT)
override export MESSAGE := $(value MESSAGE)
override export RECEIVES := $(value RECEIVES)
override export LOCALSTACK := $(value LOCALSTACK)
override export PARAMETERS := $(value PARAMETERS)
override export MODEL := $(value MODEL)
override export STACK := $(value STACK)
override export ASK := $(value ASK)
# BASE counts only on the command line: in the environment it may mean something else.
override export BASE := $(if $(filter command,$(origin BASE)),$(value BASE))
override export CORPUS := $(value CORPUS)
override export BENCH := $(value BENCH)
override export ROUNDS := $(value ROUNDS)
FOLDER = $$(if [ -n "$$CORPUS" ]; then cd -- "$$CORPUS" && pwd; fi)
# Tests that need libvips (*IT) run after packaging, the others before; a pattern may name both kinds.
SOME = -Dtest='$(TESTS),!*IT' -Dit.test='$(TESTS),!*Test' -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
# $(call suite,options of Maven): all tests, or those of TESTS. A pattern that no test matches is a failure.
define suite
@rm -rf target/surefire-reports target/failsafe-reports
@$(MVN) verify -Dlibvips="$(ENGINE)" -Dcorpus.folder="$(FOLDER)" $(1) $(if $(TESTS),$(SOME))
@ls target/*-reports/TEST-*.xml >/dev/null 2>&1 || { echo "No test matches '$(TESTS)'." >&2; exit 1; }
endef
ENGINE := $(if $(LIBVIPS),$(LIBVIPS),$(CURDIR)/$(PINNED))

help: ## lists the commands
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed 's/:[^#]*## /\t/' | expand -t 14

# Only the first compiler, as on Lambda: a run of seconds then takes less processor time.
run: ok-PHOTOS ok-EVENT ok-RECEIVES no-MESSAGE classes ## runs five uploads, the third corrupt, and one that is replaced, on an embedded S3 and queue; PHOTOS=<folder> or EVENT=<file> for your own, RECEIVES=<number>
	@$(JAVA) -XX:TieredStopAtLevel=1 renditions.local.LocalRun $${PHOTOS:+--photos "$$PHOTOS"} $${EVENT:+--event "$$EVENT"} $${RECEIVES:+--receives "$$RECEIVES"}

replay: ok-MESSAGE ok-PHOTOS no-EVENT no-RECEIVES classes ## runs messages, for example dead letters, against a folder of pictures and says why they fail: MESSAGE=<file> PHOTOS=<folder>
	@$(JAVA) -XX:TieredStopAtLevel=1 renditions.local.LocalRun --message "$$MESSAGE" $${PHOTOS:+--photos "$$PHOTOS"}

sam-local: ok-EVENT classes $(ZIP) $(LAYERS) ## runs the packaged function in a container, with LocalStack's S3 (Docker, SAM CLI); EVENT=<file>, LOCALSTACK=<container>
	@$(JAVA) renditions.local.sam.SamLocal $${EVENT:+--event "$$EVENT"} $${LOCALSTACK:+--localstack "$$LOCALSTACK"}

test: ok-CORPUS tools libvips $(LAYERS) ## runs every test; CORPUS=<folder> adds a folder of odd pictures, TESTS=<pattern> runs some
	$(call suite)

soak: ok-CORPUS tools libvips $(LAYERS) ## runs every test, each proof in full (hours); TESTS=<pattern> for some
	$(call suite,-Dproof.full=true -Dscenes=1000)

mutants: classes ## breaks the engine and the event reader in small ways and counts the changes that no test notices
	@$(MVN) org.pitest:pitest-maven:mutationCoverage
	@echo "report: target/pit-reports/index.html"

bench: ok-BENCH classes ## measures for about nine minutes and prints tables; BENCH=overhead, cancel, overload or memory for one of them
	@$(JAVA) renditions.bench.Bench $${BENCH:+"$$BENCH"}

model: classes ## reckons time and cost of many uploads; MODEL='name=value …' for your own (docs/backlog.md)
	@$(JAVA) renditions.local.model.Model $${MODEL:+"$$MODEL"}

# The function starts as in the image, with an AOT cache made by this machine's JVM; its peer is a handler for Node.js.
bench-cold: ok-ROUNDS classes $(ZIP) $(LAYERS) ## measures cold starts for some minutes, side by side with Node.js and sharp; ROUNDS=<number>
	@command -v taskset >/dev/null || { echo "taskset is missing: this benchmark runs on Linux." >&2; exit 1; }
	@sh src/image/context $(MACHINE) target/cold
	@sh src/bench/certificates target/cold/tls
	@sh src/bench/node/fetch target/cold/node
	@mkdir -p target/cold/runtime/lib
	@tr ':' '\n' <target/class-path | grep '/aws-lambda-java-' | xargs -I{} cp {} target/cold/runtime/lib/
	@PATH="$(JAVA_HOME)/bin:$$PATH" LAMBDA_TASK_ROOT="$(CURDIR)/target/cold/task" LAMBDA_RUNTIME_DIR="$(CURDIR)/target/cold/runtime" target/cold/task/train
	@$(JAVA) renditions.bench.ColdStart $${ROUNDS:+"$$ROUNDS"}

uploads: classes ## paints the pictures of events/uploads and events/replaced, and writes the event that announces the five
	@$(JAVA) renditions.local.WriteUploads

package: tools $(ZIP) $(LAYERS) $(BILLS) ## builds target/renditions.zip for Lambda, the layers with libvips beside it, and bills of materials (CycloneDX)
	@ls -l $(ZIP) $(LAYERS) $(BILLS)

$(ZIP): pom.xml $(shell find src/main -type f)
	@echo "packaging" >&2
	@$(MVN) -q package -Dmaven.test.skip=true >&2

# Attestations would turn the image into an index, which Lambda does not take.
image: docker tools $(ZIP) $(LAYERS) ## builds the function as a container image with an AOT cache, renditions:latest (Docker); BASE=<image>
	@sh src/image/template target/template-image.yaml
	@sh src/image/context $(MACHINE) target/image
	@BUILDX_NO_DEFAULT_ATTESTATIONS=1 docker build --tag renditions:latest $${BASE:+--build-arg "BASE=$$BASE"} target/image

reproducible: tools ## packages twice, the second time in another place and environment, and compares the bytes
	@.ci/reproducible

# One layer for each architecture of Lambda: lib/ is on the function's library path as /opt/lib.
target/layer-%.zip: src/native/package.json src/native/package-lock.json src/native/layer
	@JAR="$(JAVA_HOME)/bin/jar" sh src/native/layer $* $@

target/renditions.cdx.json: pom.xml
	@echo "listing what is in the zip" >&2
	@$(MVN) -q org.cyclonedx:cyclonedx-maven-plugin:makeBom >&2

target/layer-%.cdx.json: target/layer-%.zip src/native/bill.mjs
	@node src/native/bill.mjs target/libvips-$*/node_modules/@img/sharp-libvips-linux-* >$@ || { rm -f $@; exit 1; }

deploy: sam account package ## makes or updates the stack of template.yaml, after asking; PARAMETERS='Name=value …' for your own, STACK=<name>, ASK=no
	@sh src/deploy/deploy

# An image has the architecture of the machine that built and trained it. SAM would look for samconfig.toml beside the template.
deploy-image: sam account image ## makes or updates the same stack with the function as a container image (Docker); PARAMETERS, STACK and ASK as above
	@FIXED=Architecture=$(MACHINE) sh src/deploy/deploy --config-file "$(CURDIR)/samconfig.toml" --template-file target/template-image.yaml --resolve-image-repos

format: tools ## formats the sources
	@$(MVN) -q spotless:apply

clean: ## removes everything that was built
	rm -rf target

libvips: $(if $(LIBVIPS),ok-LIBVIPS,$(PINNED)) ## fetches the pinned libvips (npm, integrity-checked)

$(PINNED): src/native/package.json src/native/package-lock.json
	@sh src/native/fetch target/libvips

# Runs the compiled src/local and src/bench. C.UTF-8: file names are taken literally. Two arenas: with one for each thread,
# glibc would keep much of what libvips freed. slf4j-simple: log lines are for people here. Unsafe: the embedded queue's
# Scala uses it, of which newer JDKs warn.
JAVA = LC_ALL=C.UTF-8 MALLOC_ARENA_MAX=2 LIBVIPS="$(ENGINE)" "$(JAVA_HOME)/bin/java" --enable-native-access=ALL-UNNAMED \
  --sun-misc-unsafe-memory-access=allow -Dslf4j.provider=org.slf4j.simple.SimpleServiceProvider -Dslf4j.internal.verbosity=WARN \
  -cp "target/test-classes:target/classes:$$(cat target/class-path)"

# Variables are checked before anything is built or fetched, as far as a shell can check them.
# $(call allowed,VARIABLE,patterns of case,the patterns in words); $(call there,VARIABLE,what kind of file it names)
allowed = @case "$$$(1)" in ''|$(2)) ;; *) echo "$(1) is '$$$(1)', allowed: $(3)" >&2; exit 2;; esac
there = @case "$$$(1)" in ''|'~/'*) ;; *) [ -e "$$$(1)" ] || { echo "The $(2) $$$(1) does not exist." >&2; exit 2; };; esac
comma := ,

# $(call without,VARIABLE,what to do instead): for a command that would ignore it
without = @[ -z "$$$(1)" ] || { echo "$(1) is '$$$(1)', which $(2)" >&2; exit 2; }

.PHONY: ok-BENCH ok-ROUNDS ok-RECEIVES ok-EVENT ok-MESSAGE ok-PHOTOS ok-CORPUS ok-LIBVIPS no-EVENT no-RECEIVES no-MESSAGE
ok-BENCH:
	$(call allowed,BENCH,overhead|cancel|overload|memory,overhead$(comma) cancel$(comma) overload$(comma) memory)
ok-ROUNDS:
	$(call allowed,ROUNDS,[1-9]|[1-9][0-9]|[1-9][0-9][0-9]|[1-9][0-9][0-9][0-9],a whole number from 1 to 9999)
ok-RECEIVES:
	$(call allowed,RECEIVES,[1-9]|[1-9][0-9]|[1-9][0-9][0-9]|1000,a whole number from 1 to 1000)
ok-EVENT:
	$(call there,EVENT,event)
ok-MESSAGE:
	@[ -n "$$MESSAGE" ] || { echo "MESSAGE is not set: make replay MESSAGE=<file> PHOTOS=<folder>" >&2; exit 2; }
	$(call there,MESSAGE,message)
ok-PHOTOS:
	$(call there,PHOTOS,folder)
no-EVENT:
	$(call without,EVENT,a replay does not take: give it as MESSAGE)
no-RECEIVES:
	$(call without,RECEIVES,a replay does not take: it receives each message once)
no-MESSAGE:
	$(if $(TYPED),$(call without,MESSAGE,only make replay takes))
ok-CORPUS:
	@[ -z "$$CORPUS" ] || [ -d "$$CORPUS" ] || { echo "The folder $$CORPUS does not exist." >&2; exit 2; }
ok-LIBVIPS:
	$(call there,LIBVIPS,library)

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

.PHONY: docker
docker:
	@command -v docker >/dev/null || { echo "Docker is missing: see https://docs.docker.com/get-docker/." >&2; exit 1; }

# Looks before anything is built whether there are credentials, a region and parameters that SAM CLI understands.
.PHONY: account
account: sam
	@sh src/deploy/deploy --check

.PHONY: sam
sam:
	@command -v sam >/dev/null || { echo "SAM CLI is missing: install it (for example 'pipx install aws-sam-cli' or 'brew install aws-sam-cli')." >&2; exit 1; }
