"""
What a node writes about itself: lines for people, or one JSON object a line for programs.

    logging.getLogger("kumiai.node").info(…) --> stderr
"""

import logging
from datetime import UTC, datetime
from typing import Final

import orjson

TEXT_FORMAT: Final = "%(asctime)s %(levelname)s %(name)s %(message)s"
# What the logging library itself puts on a record; everything else was given as extra fields.
STANDARD: Final = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class JsonFormatter(logging.Formatter):
    """One JSON object a record: time (RFC 3339, UTC), level, logger, message, extra fields."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        time = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {
            "time": time.replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        line |= {key: value for key, value in vars(record).items() if key not in STANDARD}
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return orjson.dumps(line, default=str).decode()


def start_logging(level: str, log_format: str) -> None:
    """Send every record of a level (debug … error) and above to stderr, as text or as json."""
    handler = logging.StreamHandler()
    handler.setFormatter(
        JsonFormatter() if log_format == "json" else logging.Formatter(TEXT_FORMAT)
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
