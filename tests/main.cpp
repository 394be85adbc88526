// The one entry point of the unit tests: Catch2 brings its own.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
