"""What breaks a client of the proto files, rule by rule, and against the last commit."""

import io
import shutil
import subprocess
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from google.protobuf.descriptor_pb2 import FileDescriptorSet

from chain.errors import Malformed
from cli.proto_breaks import (
    ALLOWED_FILE,
    breaks,
    load_allowed,
    read_allowed,
    unwanted,
)
from cli.protos import PROTO, descriptors

ROOT = Path(__file__).parents[2]
BEFORE = """
syntax = "proto3";
package sample.v1;
service Sample {
  rpc Get(Request) returns (Response);
  rpc Follow(Request) returns (stream Response);
}
message Request {
  reserved 9 to 11;
  reserved "gone";
  uint64 number = 1;
  optional string name = 2;
  repeated Kind kinds = 3;
  oneof place {
    uint64 height = 4;
    bytes hash = 5;
  }
  map<string, Inner> inners = 6;
  message Inner {
    bool flag = 1;
    enum Colour { COLOUR_NONE = 0; }
  }
}
message Response { Request request = 1; }
message Other {}
enum Kind {
  reserved 7;
  KIND_NONE = 0;
  KIND_GOOD = 1;
}
"""
REQUEST, KIND = "sample.v1.Request", "sample.v1.Kind"

# What is replaced by what, and the rules broken by that, each with its subject.
CASES: dict[str, tuple[str, str, set[tuple[str, str]]]] = {
    "package": (
        "package sample.v1;",
        "package other.v1;",
        {("FILE_SAME_PACKAGE", "sample.proto")},
    ),
    "syntax": ('"proto3"', '"proto2"', {("FILE_SAME_SYNTAX", "sample.proto")}),
    "service": ("service Sample", "service Renamed", {("SERVICE_NO_DELETE", "sample.v1.Sample")}),
    "call": (
        "rpc Get(Request) returns (Response);",
        "",
        {("RPC_NO_DELETE", "sample.v1.Sample.Get")},
    ),
    "request": (
        "rpc Get(Request)",
        "rpc Get(Other)",
        {("RPC_SAME_REQUEST_TYPE", "sample.v1.Sample.Get")},
    ),
    "response": (
        "returns (Response);",
        "returns (Other);",
        {("RPC_SAME_RESPONSE_TYPE", "sample.v1.Sample.Get")},
    ),
    "client streaming": (
        "rpc Get(Request)",
        "rpc Get(stream Request)",
        {("RPC_SAME_CLIENT_STREAMING", "sample.v1.Sample.Get")},
    ),
    "server streaming": (
        "stream Response",
        "Response",
        {("RPC_SAME_SERVER_STREAMING", "sample.v1.Sample.Follow")},
    ),
    "message": ("message Other {}", "", {("MESSAGE_NO_DELETE", "sample.v1.Other")}),
    "field": ("uint64 number = 1;", "", {("FIELD_NO_DELETE", f"{REQUEST}.number")}),
    "number": (
        "uint64 number = 1;",
        "uint64 number = 8;",
        {("FIELD_NO_DELETE", f"{REQUEST}.number")},
    ),
    "name": (
        "uint64 number = 1;",
        "uint64 count = 1;",
        {
            ("FIELD_SAME_NAME", f"{REQUEST}.number"),
            ("FIELD_SAME_JSON_NAME", f"{REQUEST}.number"),
        },
    ),
    "json name": (
        "uint64 number = 1;",
        'uint64 number = 1 [json_name = "n"];',
        {("FIELD_SAME_JSON_NAME", f"{REQUEST}.number")},
    ),
    "type": (
        "uint64 number = 1;",
        "string number = 1;",
        {("FIELD_SAME_TYPE", f"{REQUEST}.number")},
    ),
    "type of a message": (
        "Request request = 1;",
        "Other request = 1;",
        {("FIELD_SAME_TYPE", "sample.v1.Response.request")},
    ),
    "repeated": (
        "repeated Kind kinds",
        "Kind kinds",
        {("FIELD_SAME_CARDINALITY", f"{REQUEST}.kinds")},
    ),
    "optional": (
        "optional string name",
        "string name",
        {("FIELD_SAME_CARDINALITY", f"{REQUEST}.name")},
    ),
    "out of a oneof": (
        "    bytes hash = 5;\n  }",
        "  }\n  bytes hash = 5;",
        {("FIELD_SAME_ONEOF", f"{REQUEST}.hash")},
    ),
    "oneof": (
        "oneof place",
        "oneof spot",
        {
            ("FIELD_SAME_ONEOF", f"{REQUEST}.height"),
            ("FIELD_SAME_ONEOF", f"{REQUEST}.hash"),
            ("ONEOF_NO_DELETE", f"{REQUEST}.place"),
        },
    ),
    "value of a map": (
        "map<string, Inner>",
        "map<string, Other>",
        {("FIELD_SAME_TYPE", f"{REQUEST}.InnersEntry.value")},
    ),
    "field of a nested message": (
        "bool flag = 1;",
        "",
        {("FIELD_NO_DELETE", f"{REQUEST}.Inner.flag")},
    ),
    "nested enum": (
        "enum Colour { COLOUR_NONE = 0; }",
        "",
        {("ENUM_NO_DELETE", f"{REQUEST}.Inner.Colour")},
    ),
    "enum value": ("KIND_GOOD = 1;", "", {("ENUM_VALUE_NO_DELETE", f"{KIND}.KIND_GOOD")}),
    "enum number": (
        "KIND_GOOD = 1;",
        "KIND_GOOD = 2;",
        {("ENUM_VALUE_NO_DELETE", f"{KIND}.KIND_GOOD")},
    ),
    "enum name": (
        "KIND_GOOD = 1;",
        "KIND_FINE = 1;",
        {("ENUM_VALUE_SAME_NAME", f"{KIND}.KIND_GOOD")},
    ),
    "reserved number": (
        "reserved 9 to 11;",
        "reserved 9, 11;",
        {("RESERVED_MESSAGE_NO_DELETE", REQUEST)},
    ),
    "reserved name": ('reserved "gone";', "", {("RESERVED_MESSAGE_NO_DELETE", REQUEST)}),
    "reserved enum number": ("reserved 7;", "", {("RESERVED_ENUM_NO_DELETE", KIND)}),
}
GROWTH = {
    "call": ("rpc Get", "rpc Put(Request) returns (Response); rpc Get"),
    "message": ("message Other {}", "message Other {} message Another {}"),
    "field": ("message Other {}", "message Other { string text = 1; }"),
    "nested message": ("message Inner {", "message New { bool flag = 1; } message Inner {"),
    "optional field": ("uint64 number = 1;", "optional bool b = 7; uint64 number = 1;"),
    "choice": ("bytes hash = 5;", "bytes hash = 5; string text = 7;"),
    "enum value": ("KIND_GOOD = 1;", "KIND_GOOD = 1; KIND_FINE = 2;"),
    "reserved": ("reserved 9 to 11;", "reserved 8; reserved 9 to 10; reserved 11 to 12;"),
    "order": ("message Other {}\n", ""),
}


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], FileDescriptorSet]:
    """Return what compiles one proto file."""

    def compile_one(text: str) -> FileDescriptorSet:
        root = tmp_path_factory.mktemp("protos")
        (root / PROTO / "kumiai").mkdir(parents=True)
        (root / PROTO / "kumiai" / "sample.proto").write_text(text)
        found = descriptors(root)
        found.file[0].name = "sample.proto"
        return found

    return compile_one


@pytest.fixture(scope="module")
def before(compiled: Callable[[str], FileDescriptorSet]) -> FileDescriptorSet:
    """The file as clients know it."""
    return compiled(BEFORE)


@pytest.mark.parametrize("name", CASES)
def test_each_break_is_named_by_its_rule(
    name: str, before: FileDescriptorSet, compiled: Callable[[str], FileDescriptorSet]
) -> None:
    """One change, the promise it breaks, and no other."""
    old, new, expected = CASES[name]
    assert old in BEFORE
    text = BEFORE.replace(old, new, 1)
    if name == "package":
        found = breaks(before, compiled(text))
        assert expected <= {(item.rule, item.subject) for item in found}
        return
    if name == "syntax":
        now = FileDescriptorSet.FromString(before.SerializeToString())
        now.file[0].syntax = "proto2"
    else:
        now = compiled(text)
    assert expected == {(item.rule, item.subject) for item in breaks(before, now)}


@pytest.mark.parametrize("name", GROWTH)
def test_growing_breaks_nobody(
    name: str, before: FileDescriptorSet, compiled: Callable[[str], FileDescriptorSet]
) -> None:
    """What is added, or stands elsewhere in the same file, changes no byte of before."""
    old, new = GROWTH[name]
    text = BEFORE.replace(old, new, 1) + (old if name == "order" else "")
    assert [] == breaks(before, compiled(text))


def test_a_file_that_goes_away_is_named(before: FileDescriptorSet) -> None:
    """Whoever imports it can no longer compile."""
    (found,) = breaks(before, FileDescriptorSet())
    assert "FILE_NO_DELETE sample.proto: the file is gone" == str(found)


def test_nothing_breaks_what_it_equals(before: FileDescriptorSet) -> None:
    """The same file, twice."""
    assert [] == breaks(before, before)


def test_wanted_breaks_are_listed_with_a_reason(before: FileDescriptorSet, tmp_path: Path) -> None:
    """An entry allows one break, by rule and subject; a reason must be there."""
    assert {} == load_allowed(tmp_path)
    text = '[[allowed]]\nrule = "FILE_NO_DELETE"\nsubject = "sample.proto"\nreason = "unused"\n'
    (tmp_path / ALLOWED_FILE).parent.mkdir()
    (tmp_path / ALLOWED_FILE).write_text(text)
    assert [] == unwanted(before, FileDescriptorSet(), load_allowed(tmp_path))
    other = read_allowed(text.replace("sample.proto", "other.proto"))
    assert 1 == len(unwanted(before, FileDescriptorSet(), other))
    for wrong in (text.replace("unused", " "), text.replace("rule", "role"), "[[allowed]\n"):
        with pytest.raises(Malformed, match="allowed_breaks"):
            read_allowed(wrong)


def protos_at(commit: str, target: Path) -> FileDescriptorSet | None:
    """Return what a commit's proto files declare, None where it has none."""
    try:
        command = ["git", "archive", "--format=tar", commit, str(PROTO)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("git is not installed")
    if done.returncode != 0:
        return None
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(target, filter="data")
    return descriptors(target)


@pytest.mark.parametrize("commit", ["HEAD", "HEAD~1"])
def test_clients_of_the_last_commits_go_on_working(commit: str, tmp_path: Path) -> None:
    """No field, call or message that was there is gone or means something else."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: there is no commit to compare with")
    known = protos_at(commit, tmp_path)
    if known is None:
        pytest.skip(f"{commit} has no {PROTO}/ to compare with")
    found = unwanted(known, descriptors(ROOT), load_allowed(ROOT))
    assert [] == [str(item) for item in found]
