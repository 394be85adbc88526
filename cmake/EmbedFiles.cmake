# Files that become part of a program.
#
#   guidepost_embed_files(OUTPUT web_files.cpp FUNCTION web_files HEADER server/web_assets.h FILES a.js b.css)
#   guidepost_embed_files(OUTPUT x.cpp FUNCTION openapi_file HEADER server/openapi_file.h SINGLE FILES openapi.json)
#
# writes a source that defines `std::span<const EmbeddedFile> FUNCTION()`, or with SINGLE `std::string_view FUNCTION()`, of the namespace
# guidepost::server, and writes it again when a file changes.

if(CMAKE_SCRIPT_MODE_FILE)
  # Run as a script by the command below: OUTPUT, FUNCTION, HEADER, SINGLE, FILES (with | between them).
  string(REPLACE "|" ";" FILES "${FILES}")
  set(arrays "")
  set(rows "")
  set(index 0)
  foreach(file IN LISTS FILES)
    file(READ "${file}" hex HEX)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
    string(REGEX REPLACE "(0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,)" "\\1\n" bytes "${bytes}")
    get_filename_component(name "${file}" NAME)
    # A zero at the end, so that an empty file is an array too.
    string(APPEND arrays "constexpr unsigned char file_${index}[] = {\n${bytes}0x00};\n")
    string(APPEND rows "    EmbeddedFile{\"${name}\", text_of(file_${index})},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  if(SINGLE)
    set(definition "std::string_view ${FUNCTION}() { return text_of(file_0); }")
    set(table "")
  else()
    set(definition "std::span<const EmbeddedFile> ${FUNCTION}() { return files; }")
    set(table "const std::array<EmbeddedFile, ${index}> files{\n${rows}};\n")
  endif()
  file(WRITE "${OUTPUT}" "// Written by cmake/EmbedFiles.cmake.
#include \"${HEADER}\"

#include \"server/embedded_file.h\"

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace guidepost::server {
namespace {

template <std::size_t size>
std::string_view text_of(const unsigned char (&bytes)[size]) {
  return {reinterpret_cast<const char*>(bytes), size - 1};
}

${arrays}
${table}
}  // namespace

${definition}

}  // namespace guidepost::server
")
  return()
endif()

set(GUIDEPOST_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_FILE})

function(guidepost_embed_files)
  cmake_parse_arguments(PARSE_ARGV 0 EMBED "SINGLE" "OUTPUT;FUNCTION;HEADER" "FILES")
  string(REPLACE ";" "|" files "${EMBED_FILES}")
  add_custom_command(
    OUTPUT ${EMBED_OUTPUT}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${EMBED_OUTPUT} -DFUNCTION=${EMBED_FUNCTION} -DHEADER=${EMBED_HEADER}
            -DSINGLE=${EMBED_SINGLE} "-DFILES=${files}" -P ${GUIDEPOST_EMBED_SCRIPT}
    DEPENDS ${EMBED_FILES} ${GUIDEPOST_EMBED_SCRIPT}
    COMMENT "Embedding ${EMBED_FUNCTION}"
    VERBATIM)
endfunction()
