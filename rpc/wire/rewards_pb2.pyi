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
    result: RewardsParams
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[RewardsParams, _Mapping]] = ...) -> None: ...

class PendingRequest(_message.Message):
    __slots__ = ("at_height", "delegator", "validator")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    DELEGATOR_FIELD_NUMBER: _ClassVar[int]
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    delegator: str
    validator: str
    def __init__(self, at_height: _Optional[int] = ..., delegator: _Optional[str] = ..., validator: _Optional[str] = ...) -> None: ...

class PendingResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class RewardsOfRequest(_message.Message):
    __slots__ = ("at_height", "delegator", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    DELEGATOR_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    delegator: str
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., delegator: _Optional[str] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class RewardsOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[DelegationReward]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[DelegationReward, _Mapping]]] = ...) -> None: ...

class CommissionRequest(_message.Message):
    __slots__ = ("at_height", "validator")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    validator: str
    def __init__(self, at_height: _Optional[int] = ..., validator: _Optional[str] = ...) -> None: ...

class CommissionResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class OutstandingRequest(_message.Message):
    __slots__ = ("at_height", "validator")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    validator: str
    def __init__(self, at_height: _Optional[int] = ..., validator: _Optional[str] = ...) -> None: ...

class OutstandingResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class IndexRequest(_message.Message):
    __slots__ = ("at_height", "validator")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    validator: str
    def __init__(self, at_height: _Optional[int] = ..., validator: _Optional[str] = ...) -> None: ...

class IndexResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class WithdrawAddressRequest(_message.Message):
    __slots__ = ("at_height", "account")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    account: str
    def __init__(self, at_height: _Optional[int] = ..., account: _Optional[str] = ...) -> None: ...

class WithdrawAddressResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class OwedRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class OwedResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class CommunityRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class CommunityResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class UndistributedRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class UndistributedResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class MsgWithdraw(_message.Message):
    __slots__ = ("envelope", "validator")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    validator: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., validator: _Optional[str] = ...) -> None: ...

class MsgWithdrawResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    result: str
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ..., result: _Optional[str] = ...) -> None: ...

class MsgWithdrawAll(_message.Message):
    __slots__ = ("envelope", "offset", "limit")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    offset: str
    limit: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class MsgWithdrawAllResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    result: str
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ..., result: _Optional[str] = ...) -> None: ...

class MsgWithdrawCommission(_message.Message):
    __slots__ = ("envelope",)
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ...) -> None: ...

class MsgWithdrawCommissionResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    result: str
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ..., result: _Optional[str] = ...) -> None: ...

class MsgSetWithdrawAddress(_message.Message):
    __slots__ = ("envelope", "payee")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    PAYEE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    payee: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., payee: _Optional[str] = ...) -> None: ...

class MsgSetWithdrawAddressResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class RewardsParams(_message.Message):
    __slots__ = ("community_tax_bps",)
    COMMUNITY_TAX_BPS_FIELD_NUMBER: _ClassVar[int]
    community_tax_bps: int
    def __init__(self, community_tax_bps: _Optional[int] = ...) -> None: ...

class DelegationReward(_message.Message):
    __slots__ = ("validator", "amount_wei")
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_WEI_FIELD_NUMBER: _ClassVar[int]
    validator: str
    amount_wei: str
    def __init__(self, validator: _Optional[str] = ..., amount_wei: _Optional[str] = ...) -> None: ...
