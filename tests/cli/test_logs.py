"""What a node writes about itself."""

import json
import logging

import pytest

from cli.logs import JsonFormatter


def record(message: str, *values: object, **extra: object) -> logging.LogRecord:
    """Return a record as a logger makes it."""
    found = logging.makeLogRecord({"name": "kumiai.node", "levelname": "WARNING", "levelno": 30})
    found.msg, found.args, found.created = message, values, 1_700_000_000.25
    for key, value in extra.items():
        setattr(found, key, value)
    return found


def test_a_line_is_one_object_with_its_fields() -> None:
    """Time in UTC, level, logger and message, then whatever was given beside them."""
    line = json.loads(JsonFormatter().format(record("height %d", 7, peer="0xab", hash=b"\x01")))
    assert {
        "time": "2023-11-14T22:13:20.250Z",
        "level": "warning",
        "logger": "kumiai.node",
        "message": "height 7",
        "peer": "0xab",
        "hash": "b'\\x01'",
    } == line


def test_text_with_line_breaks_stays_one_line() -> None:
    """Nobody outside can write a second line into the log."""
    assert "\n" not in JsonFormatter().format(record("a\nb %s", "c\nd"))


def test_a_failure_keeps_its_traceback() -> None:
    """An exception stands in the object, whole."""
    try:
        raise ValueError("why")
    except ValueError as error:
        failed = record("it failed", exc_info=(ValueError, error, error.__traceback__))
    assert "ValueError: why" in json.loads(JsonFormatter().format(failed))["exception"]


@pytest.mark.parametrize("log_format", ["text", "json"])
def test_the_level_is_a_floor(log_format: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Below the chosen level nothing is written."""
    from cli.logs import start_logging

    root = logging.getLogger()
    before = (list(root.handlers), root.level)
    try:
        start_logging("warning", log_format)
        logging.getLogger("kumiai.x").info("quiet")
        logging.getLogger("kumiai.x").warning("loud")
    finally:
        root.handlers[:], root.level = before[0], before[1]
    found = capsys.readouterr().err
    assert ("loud" in found, "quiet" in found) == (True, False)
