from rpc.wire import events_pb2 as _events_pb2
from rpc.wire import tx_pb2 as _tx_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
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
    result: SlashingParams
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[SlashingParams, _Mapping]] = ...) -> None: ...

class SigningInfoRequest(_message.Message):
    __slots__ = ("at_height", "validator")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    validator: str
    def __init__(self, at_height: _Optional[int] = ..., validator: _Optional[str] = ...) -> None: ...

class SigningInfoResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: SigningInfo
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[SigningInfo, _Mapping]] = ...) -> None: ...

class JailedUntilRequest(_message.Message):
    __slots__ = ("at_height", "validator")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    validator: str
    def __init__(self, at_height: _Optional[int] = ..., validator: _Optional[str] = ...) -> None: ...

class JailedUntilResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: int
    def __init__(self, height: _Optional[int] = ..., result: _Optional[int] = ...) -> None: ...

class IsTombstonedRequest(_message.Message):
    __slots__ = ("at_height", "validator")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    validator: str
    def __init__(self, at_height: _Optional[int] = ..., validator: _Optional[str] = ...) -> None: ...

class IsTombstonedResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: bool
    def __init__(self, height: _Optional[int] = ..., result: _Optional[bool] = ...) -> None: ...

class MissedBlocksMaxRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class MissedBlocksMaxResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class MsgUnjail(_message.Message):
    __slots__ = ("envelope",)
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ...) -> None: ...

class MsgUnjailResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class SlashingParams(_message.Message):
    __slots__ = ("window_blocks", "signed_bps_min", "jail_s", "downtime_bps", "double_sign_bps", "double_proposal_bps")
    WINDOW_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    SIGNED_BPS_MIN_FIELD_NUMBER: _ClassVar[int]
    JAIL_S_FIELD_NUMBER: _ClassVar[int]
    DOWNTIME_BPS_FIELD_NUMBER: _ClassVar[int]
    DOUBLE_SIGN_BPS_FIELD_NUMBER: _ClassVar[int]
    DOUBLE_PROPOSAL_BPS_FIELD_NUMBER: _ClassVar[int]
    window_blocks: str
    signed_bps_min: int
    jail_s: int
    downtime_bps: int
    double_sign_bps: int
    double_proposal_bps: int
    def __init__(self, window_blocks: _Optional[str] = ..., signed_bps_min: _Optional[int] = ..., jail_s: _Optional[int] = ..., downtime_bps: _Optional[int] = ..., double_sign_bps: _Optional[int] = ..., double_proposal_bps: _Optional[int] = ...) -> None: ...

class SigningInfo(_message.Message):
    __slots__ = ("member_since", "start_height", "window_blocks", "missed_blocks", "jailed_until_s", "is_tombstoned")
    MEMBER_SINCE_FIELD_NUMBER: _ClassVar[int]
    START_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    WINDOW_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    MISSED_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    JAILED_UNTIL_S_FIELD_NUMBER: _ClassVar[int]
    IS_TOMBSTONED_FIELD_NUMBER: _ClassVar[int]
    member_since: int
    start_height: int
    window_blocks: str
    missed_blocks: str
    jailed_until_s: int
    is_tombstoned: bool
    def __init__(self, member_since: _Optional[int] = ..., start_height: _Optional[int] = ..., window_blocks: _Optional[str] = ..., missed_blocks: _Optional[str] = ..., jailed_until_s: _Optional[int] = ..., is_tombstoned: _Optional[bool] = ...) -> None: ...
