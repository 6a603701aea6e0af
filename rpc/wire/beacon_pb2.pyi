from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ParamsRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class ParamsResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: BeaconParams
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[BeaconParams, _Mapping]] = ...) -> None: ...

class CommitmentRequest(_message.Message):
    __slots__ = ("at_height", "validator")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    validator: str
    def __init__(self, at_height: _Optional[int] = ..., validator: _Optional[str] = ...) -> None: ...

class CommitmentResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: CommitmentInfo
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[CommitmentInfo, _Mapping]] = ...) -> None: ...

class LinksLeftRequest(_message.Message):
    __slots__ = ("at_height", "validator")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    validator: str
    def __init__(self, at_height: _Optional[int] = ..., validator: _Optional[str] = ...) -> None: ...

class LinksLeftResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class MissesRequest(_message.Message):
    __slots__ = ("at_height", "validator")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    validator: str
    def __init__(self, at_height: _Optional[int] = ..., validator: _Optional[str] = ...) -> None: ...

class MissesResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Misses
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Misses, _Mapping]] = ...) -> None: ...

class BeaconParams(_message.Message):
    __slots__ = ("missed_link_bps", "missed_links_max", "window_blocks", "jail_s", "grace_proposals")
    MISSED_LINK_BPS_FIELD_NUMBER: _ClassVar[int]
    MISSED_LINKS_MAX_FIELD_NUMBER: _ClassVar[int]
    WINDOW_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    JAIL_S_FIELD_NUMBER: _ClassVar[int]
    GRACE_PROPOSALS_FIELD_NUMBER: _ClassVar[int]
    missed_link_bps: int
    missed_links_max: str
    window_blocks: str
    jail_s: int
    grace_proposals: str
    def __init__(self, missed_link_bps: _Optional[int] = ..., missed_links_max: _Optional[str] = ..., window_blocks: _Optional[str] = ..., jail_s: _Optional[int] = ..., grace_proposals: _Optional[str] = ...) -> None: ...

class CommitmentInfo(_message.Message):
    __slots__ = ("expected", "number", "used", "pending_tip", "acts_from")
    EXPECTED_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    USED_FIELD_NUMBER: _ClassVar[int]
    PENDING_TIP_FIELD_NUMBER: _ClassVar[int]
    ACTS_FROM_FIELD_NUMBER: _ClassVar[int]
    expected: bytes
    number: str
    used: str
    pending_tip: bytes
    acts_from: int
    def __init__(self, expected: _Optional[bytes] = ..., number: _Optional[str] = ..., used: _Optional[str] = ..., pending_tip: _Optional[bytes] = ..., acts_from: _Optional[int] = ...) -> None: ...

class Misses(_message.Message):
    __slots__ = ("total", "window_start", "in_window", "without_chain")
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    WINDOW_START_FIELD_NUMBER: _ClassVar[int]
    IN_WINDOW_FIELD_NUMBER: _ClassVar[int]
    WITHOUT_CHAIN_FIELD_NUMBER: _ClassVar[int]
    total: str
    window_start: int
    in_window: str
    without_chain: str
    def __init__(self, total: _Optional[str] = ..., window_start: _Optional[int] = ..., in_window: _Optional[str] = ..., without_chain: _Optional[str] = ...) -> None: ...
