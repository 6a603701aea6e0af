"""What a proposal may say."""

from collections.abc import Sequence

from modules.governance.records import (
    CALL_DATA_BYTES_MAX,
    CHANGES_MAX,
    PARAMETER_NAME_BYTES_MAX,
    SUMMARY_BYTES_MAX,
    TITLE_BYTES_MAX,
    ParameterChange,
)
from modules.governance.refusals import CallTooLong, ChangesInvalid, TextInvalid


def check_texts(title: str, summary: str) -> None:
    """Raise TextInvalid where a title is empty or a text too long."""
    title_bytes, summary_bytes = len(title.encode()), len(summary.encode())
    if not 1 <= title_bytes <= TITLE_BYTES_MAX:
        raise TextInvalid("title", TITLE_BYTES_MAX, title_bytes)
    if summary_bytes > SUMMARY_BYTES_MAX:
        raise TextInvalid("summary", SUMMARY_BYTES_MAX, summary_bytes)


def check_changes(changes: Sequence[ParameterChange]) -> None:
    """Raise ChangesInvalid where there are none or too many, or a name is too long."""
    if not 1 <= len(changes) <= CHANGES_MAX:
        raise ChangesInvalid(CHANGES_MAX, len(changes))
    longest = max(len(change.parameter.encode()) for change in changes)
    if longest > PARAMETER_NAME_BYTES_MAX:
        raise ChangesInvalid(PARAMETER_NAME_BYTES_MAX, longest)


def check_call(data: bytes) -> None:
    """Raise CallTooLong where a call has more data than a proposal may carry."""
    if len(data) > CALL_DATA_BYTES_MAX:
        raise CallTooLong(CALL_DATA_BYTES_MAX, len(data))
