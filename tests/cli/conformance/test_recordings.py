"""Files of recorded exchanges."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain.errors import Malformed
from cli.conformance.recordings import parse_recording, read_recordings
from cli.errors import CommandFailed

TEXT = """// asks
// speconly: client response is only checked for schema validity.
>> {"id":1}
<< {"id":1,"result":"0x1"}

>> {"id":2}
<< {"id":2,"result":null}
"""


def test_requests_and_answers_come_in_pairs() -> None:
    """Requests stay bytes, answers are decoded, comments say how strict to be."""
    found = parse_recording("m/n", TEXT)
    assert ("m/n", True) == (found.name, found.is_spec_only)
    assert [b'{"id":1}', b'{"id":2}'] == [item.request for item in found.exchanges]
    assert {"id": 2, "result": None} == found.exchanges[1].answer
    assert not parse_recording("m/n", TEXT.replace("speconly", "only")).is_spec_only


@pytest.mark.parametrize("text", ["", "// x", ">> {}", "<< {}", ">> {}\n<< {", "what"])
def test_what_is_no_recording_is_refused(text: str) -> None:
    """Nothing asked, nothing answered, no JSON, another line."""
    with pytest.raises(Malformed, match="m/n"):
        parse_recording("m/n", text)


@given(st.text())
def test_whatever_comes_is_read_or_refused(text: str) -> None:
    """No text crashes the reader."""
    try:
        parse_recording("m/n", text)
    except Malformed:
        return


def test_recordings_are_read_in_order(tmp_path: Path) -> None:
    """By method, then by name; a directory without any is refused."""
    with pytest.raises(CommandFailed, match="no recordings"):
        read_recordings(tmp_path)
    for name in ("b/2.io", "b/1.io", "a/9.io"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    assert ["a/9", "b/1", "b/2"] == [item.name for item in read_recordings(tmp_path)]
