from rpc.wire import events_pb2 as _events_pb2
from rpc.wire import tx_pb2 as _tx_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Kind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    KIND_JOB: _ClassVar[Kind]
    KIND_LEASE: _ClassVar[Kind]

class Tenure(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    TENURE_ON_DEMAND: _ClassVar[Tenure]
    TENURE_SPOT: _ClassVar[Tenure]
    TENURE_RESERVED: _ClassVar[Tenure]

class Level(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    LEVEL_NONE: _ClassVar[Level]
    LEVEL_REQUESTER: _ClassVar[Level]
    LEVEL_REDUNDANCY: _ClassVar[Level]
    LEVEL_AUDIT: _ClassVar[Level]
    LEVEL_ATTESTED: _ClassVar[Level]
    LEVEL_BISECTION: _ClassVar[Level]
    LEVEL_JURY: _ClassVar[Level]

class OrderState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ORDER_STATE_NOTHING: _ClassVar[OrderState]
    ORDER_STATE_OPEN: _ClassVar[OrderState]
    ORDER_STATE_CANCELLED: _ClassVar[OrderState]
    ORDER_STATE_EXPIRED: _ClassVar[OrderState]
    ORDER_STATE_RESERVED: _ClassVar[OrderState]
    ORDER_STATE_MATCHED: _ClassVar[OrderState]
    ORDER_STATE_FAILED_START: _ClassVar[OrderState]
    ORDER_STATE_RUNNING: _ClassVar[OrderState]
    ORDER_STATE_PAUSED: _ClassVar[OrderState]
    ORDER_STATE_LOW_FUNDS: _ClassVar[OrderState]
    ORDER_STATE_RECLAIMING: _ClassVar[OrderState]
    ORDER_STATE_SUBMITTED: _ClassVar[OrderState]
    ORDER_STATE_DISPUTED: _ClassVar[OrderState]
    ORDER_STATE_MISSED: _ClassVar[OrderState]
    ORDER_STATE_ACCEPTED: _ClassVar[OrderState]
    ORDER_STATE_RESOLVED: _ClassVar[OrderState]
    ORDER_STATE_CLOSED: _ClassVar[OrderState]
    ORDER_STATE_CLOSED_FUNDS: _ClassVar[OrderState]
    ORDER_STATE_SETTLED: _ClassVar[OrderState]

class Reason(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    REASON_NONE: _ClassVar[Reason]
    REASON_OWNER_OPENED: _ClassVar[Reason]
    REASON_OWNER_CANCELLED: _ClassVar[Reason]
    REASON_OWNER_CHOSE: _ClassVar[Reason]
    REASON_OWNER_ACCEPTED: _ClassVar[Reason]
    REASON_OWNER_LEFT: _ClassVar[Reason]
    REASON_OWNER_PAUSED: _ClassVar[Reason]
    REASON_OWNER_RESUMED: _ClassVar[Reason]
    REASON_OWNER_DISPUTED: _ClassVar[Reason]
    REASON_OWNER_TOPPED_UP: _ClassVar[Reason]
    REASON_PROVIDER_STARTED: _ClassVar[Reason]
    REASON_PROVIDER_SUBMITTED: _ClassVar[Reason]
    REASON_PROVIDER_MAINTENANCE: _ClassVar[Reason]
    REASON_PROVIDER_PREEMPTED: _ClassVar[Reason]
    REASON_PROVIDER_KILLED: _ClassVar[Reason]
    REASON_NETWORK_TTL: _ClassVar[Reason]
    REASON_NETWORK_MATCHED: _ClassVar[Reason]
    REASON_NETWORK_NOT_STARTED: _ClassVar[Reason]
    REASON_NETWORK_DEADLINE: _ClassVar[Reason]
    REASON_NETWORK_DEPLETED: _ClassVar[Reason]
    REASON_NETWORK_UNFUNDED: _ClassVar[Reason]
    REASON_NETWORK_VANISHED: _ClassVar[Reason]
    REASON_NETWORK_WINDOW: _ClassVar[Reason]
    REASON_NETWORK_TERM: _ClassVar[Reason]
    REASON_NETWORK_RESERVATION: _ClassVar[Reason]
    REASON_NETWORK_PAUSE_OVER: _ClassVar[Reason]
    REASON_NETWORK_DISPUTED: _ClassVar[Reason]
    REASON_NETWORK_RULED: _ClassVar[Reason]
    REASON_NETWORK_NO_VERDICT: _ClassVar[Reason]
    REASON_NETWORK_HOLDBACK: _ClassVar[Reason]
    REASON_NETWORK_DISPLACED: _ClassVar[Reason]
    REASON_NETWORK_TOPPED_UP: _ClassVar[Reason]

class BidState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    BID_STATE_NOTHING: _ClassVar[BidState]
    BID_STATE_OPEN: _ClassVar[BidState]
    BID_STATE_BACKUP: _ClassVar[BidState]
    BID_STATE_WON: _ClassVar[BidState]
    BID_STATE_WITHDRAWN: _ClassVar[BidState]
    BID_STATE_EVICTED: _ClassVar[BidState]
    BID_STATE_LOST: _ClassVar[BidState]
    BID_STATE_ENDED: _ClassVar[BidState]

class ProviderState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PROVIDER_STATE_NOTHING: _ClassVar[ProviderState]
    PROVIDER_STATE_ACTIVE: _ClassVar[ProviderState]
    PROVIDER_STATE_RETIRED: _ClassVar[ProviderState]

class PolicyState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    POLICY_STATE_NOTHING: _ClassVar[PolicyState]
    POLICY_STATE_ACTIVE: _ClassVar[PolicyState]
    POLICY_STATE_REVOKED: _ClassVar[PolicyState]
    POLICY_STATE_EXPIRED: _ClassVar[PolicyState]
KIND_JOB: Kind
KIND_LEASE: Kind
TENURE_ON_DEMAND: Tenure
TENURE_SPOT: Tenure
TENURE_RESERVED: Tenure
LEVEL_NONE: Level
LEVEL_REQUESTER: Level
LEVEL_REDUNDANCY: Level
LEVEL_AUDIT: Level
LEVEL_ATTESTED: Level
LEVEL_BISECTION: Level
LEVEL_JURY: Level
ORDER_STATE_NOTHING: OrderState
ORDER_STATE_OPEN: OrderState
ORDER_STATE_CANCELLED: OrderState
ORDER_STATE_EXPIRED: OrderState
ORDER_STATE_RESERVED: OrderState
ORDER_STATE_MATCHED: OrderState
ORDER_STATE_FAILED_START: OrderState
ORDER_STATE_RUNNING: OrderState
ORDER_STATE_PAUSED: OrderState
ORDER_STATE_LOW_FUNDS: OrderState
ORDER_STATE_RECLAIMING: OrderState
ORDER_STATE_SUBMITTED: OrderState
ORDER_STATE_DISPUTED: OrderState
ORDER_STATE_MISSED: OrderState
ORDER_STATE_ACCEPTED: OrderState
ORDER_STATE_RESOLVED: OrderState
ORDER_STATE_CLOSED: OrderState
ORDER_STATE_CLOSED_FUNDS: OrderState
ORDER_STATE_SETTLED: OrderState
REASON_NONE: Reason
REASON_OWNER_OPENED: Reason
REASON_OWNER_CANCELLED: Reason
REASON_OWNER_CHOSE: Reason
REASON_OWNER_ACCEPTED: Reason
REASON_OWNER_LEFT: Reason
REASON_OWNER_PAUSED: Reason
REASON_OWNER_RESUMED: Reason
REASON_OWNER_DISPUTED: Reason
REASON_OWNER_TOPPED_UP: Reason
REASON_PROVIDER_STARTED: Reason
REASON_PROVIDER_SUBMITTED: Reason
REASON_PROVIDER_MAINTENANCE: Reason
REASON_PROVIDER_PREEMPTED: Reason
REASON_PROVIDER_KILLED: Reason
REASON_NETWORK_TTL: Reason
REASON_NETWORK_MATCHED: Reason
REASON_NETWORK_NOT_STARTED: Reason
REASON_NETWORK_DEADLINE: Reason
REASON_NETWORK_DEPLETED: Reason
REASON_NETWORK_UNFUNDED: Reason
REASON_NETWORK_VANISHED: Reason
REASON_NETWORK_WINDOW: Reason
REASON_NETWORK_TERM: Reason
REASON_NETWORK_RESERVATION: Reason
REASON_NETWORK_PAUSE_OVER: Reason
REASON_NETWORK_DISPUTED: Reason
REASON_NETWORK_RULED: Reason
REASON_NETWORK_NO_VERDICT: Reason
REASON_NETWORK_HOLDBACK: Reason
REASON_NETWORK_DISPLACED: Reason
REASON_NETWORK_TOPPED_UP: Reason
BID_STATE_NOTHING: BidState
BID_STATE_OPEN: BidState
BID_STATE_BACKUP: BidState
BID_STATE_WON: BidState
BID_STATE_WITHDRAWN: BidState
BID_STATE_EVICTED: BidState
BID_STATE_LOST: BidState
BID_STATE_ENDED: BidState
PROVIDER_STATE_NOTHING: ProviderState
PROVIDER_STATE_ACTIVE: ProviderState
PROVIDER_STATE_RETIRED: ProviderState
POLICY_STATE_NOTHING: PolicyState
POLICY_STATE_ACTIVE: PolicyState
POLICY_STATE_REVOKED: PolicyState
POLICY_STATE_EXPIRED: PolicyState

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
    result: ComputeParams
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[ComputeParams, _Mapping]] = ...) -> None: ...

class OrderRequest(_message.Message):
    __slots__ = ("at_height", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    number: str
    def __init__(self, at_height: _Optional[int] = ..., number: _Optional[str] = ...) -> None: ...

class OrderResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: OrderView
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[OrderView, _Mapping]] = ...) -> None: ...

class OpenOrderNumbersRequest(_message.Message):
    __slots__ = ("at_height", "first", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    FIRST_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    first: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., first: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class OpenOrderNumbersResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[str]] = ...) -> None: ...

class OrdersOfRequest(_message.Message):
    __slots__ = ("at_height", "requester", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    REQUESTER_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    requester: str
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., requester: _Optional[str] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class OrdersOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[str]] = ...) -> None: ...

class OrderTotalRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class OrderTotalResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class TimelineRequest(_message.Message):
    __slots__ = ("at_height", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    number: str
    def __init__(self, at_height: _Optional[int] = ..., number: _Optional[str] = ...) -> None: ...

class TimelineResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[Step]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[Step, _Mapping]]] = ...) -> None: ...

class FundersOfRequest(_message.Message):
    __slots__ = ("at_height", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    number: str
    def __init__(self, at_height: _Optional[int] = ..., number: _Optional[str] = ...) -> None: ...

class FundersOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[DepositEntry]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[DepositEntry, _Mapping]]] = ...) -> None: ...

class NextDeadlineRequest(_message.Message):
    __slots__ = ("at_height", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    number: str
    def __init__(self, at_height: _Optional[int] = ..., number: _Optional[str] = ...) -> None: ...

class NextDeadlineResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: int
    def __init__(self, height: _Optional[int] = ..., result: _Optional[int] = ...) -> None: ...

class LeaseRequest(_message.Message):
    __slots__ = ("at_height", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    number: str
    def __init__(self, at_height: _Optional[int] = ..., number: _Optional[str] = ...) -> None: ...

class LeaseResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Lease
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Lease, _Mapping]] = ...) -> None: ...

class ReserveRequest(_message.Message):
    __slots__ = ("at_height", "terms", "value_wei")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    TERMS_FIELD_NUMBER: _ClassVar[int]
    VALUE_WEI_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    terms: OrderTerms
    value_wei: str
    def __init__(self, at_height: _Optional[int] = ..., terms: _Optional[_Union[OrderTerms, _Mapping]] = ..., value_wei: _Optional[str] = ...) -> None: ...

class ReserveResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class BidRequest(_message.Message):
    __slots__ = ("at_height", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    number: str
    def __init__(self, at_height: _Optional[int] = ..., number: _Optional[str] = ...) -> None: ...

class BidResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Bid
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Bid, _Mapping]] = ...) -> None: ...

class OpenBidsOnRequest(_message.Message):
    __slots__ = ("at_height", "order")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ORDER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    order: str
    def __init__(self, at_height: _Optional[int] = ..., order: _Optional[str] = ...) -> None: ...

class OpenBidsOnResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[str]] = ...) -> None: ...

class ProviderRequest(_message.Message):
    __slots__ = ("at_height", "account")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    account: str
    def __init__(self, at_height: _Optional[int] = ..., account: _Optional[str] = ...) -> None: ...

class ProviderResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Provider
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Provider, _Mapping]] = ...) -> None: ...

class ProviderPageRequest(_message.Message):
    __slots__ = ("at_height", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class ProviderPageResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[str]] = ...) -> None: ...

class AttributesOfRequest(_message.Message):
    __slots__ = ("at_height", "provider")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    provider: str
    def __init__(self, at_height: _Optional[int] = ..., provider: _Optional[str] = ...) -> None: ...

class AttributesOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[Attribute]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[Attribute, _Mapping]]] = ...) -> None: ...

class CapacitiesOfRequest(_message.Message):
    __slots__ = ("at_height", "provider")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    provider: str
    def __init__(self, at_height: _Optional[int] = ..., provider: _Optional[str] = ...) -> None: ...

class CapacitiesOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[Capacity]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[Capacity, _Mapping]]] = ...) -> None: ...

class EngagementsOfRequest(_message.Message):
    __slots__ = ("at_height", "provider", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    provider: str
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., provider: _Optional[str] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class EngagementsOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[str]] = ...) -> None: ...

class PolicyRequest(_message.Message):
    __slots__ = ("at_height", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    number: str
    def __init__(self, at_height: _Optional[int] = ..., number: _Optional[str] = ...) -> None: ...

class PolicyResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Policy
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Policy, _Mapping]] = ...) -> None: ...

class PolicyAllowanceRequest(_message.Message):
    __slots__ = ("at_height", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    number: str
    def __init__(self, at_height: _Optional[int] = ..., number: _Optional[str] = ...) -> None: ...

class PolicyAllowanceResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class PoliciesOfRequest(_message.Message):
    __slots__ = ("at_height", "owner", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    OWNER_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    owner: str
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., owner: _Optional[str] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class PoliciesOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[str]] = ...) -> None: ...

class TotalsRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class TotalsResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Totals
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Totals, _Mapping]] = ...) -> None: ...

class SlotsRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class SlotsResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Slots
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Slots, _Mapping]] = ...) -> None: ...

class RevenueRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class RevenueResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Revenue
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Revenue, _Mapping]] = ...) -> None: ...

class MsgRegisterProvider(_message.Message):
    __slots__ = ("envelope", "uri", "attributes", "capacities")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    URI_FIELD_NUMBER: _ClassVar[int]
    ATTRIBUTES_FIELD_NUMBER: _ClassVar[int]
    CAPACITIES_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    uri: str
    attributes: _containers.RepeatedCompositeFieldContainer[Attribute]
    capacities: _containers.RepeatedCompositeFieldContainer[Capacity]
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., uri: _Optional[str] = ..., attributes: _Optional[_Iterable[_Union[Attribute, _Mapping]]] = ..., capacities: _Optional[_Iterable[_Union[Capacity, _Mapping]]] = ...) -> None: ...

class MsgRegisterProviderResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgUpdateProvider(_message.Message):
    __slots__ = ("envelope", "uri", "attributes", "capacities")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    URI_FIELD_NUMBER: _ClassVar[int]
    ATTRIBUTES_FIELD_NUMBER: _ClassVar[int]
    CAPACITIES_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    uri: str
    attributes: _containers.RepeatedCompositeFieldContainer[Attribute]
    capacities: _containers.RepeatedCompositeFieldContainer[Capacity]
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., uri: _Optional[str] = ..., attributes: _Optional[_Iterable[_Union[Attribute, _Mapping]]] = ..., capacities: _Optional[_Iterable[_Union[Capacity, _Mapping]]] = ...) -> None: ...

class MsgUpdateProviderResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgDepositBond(_message.Message):
    __slots__ = ("envelope",)
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ...) -> None: ...

class MsgDepositBondResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgWithdrawBond(_message.Message):
    __slots__ = ("envelope", "amount_wei")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_WEI_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    amount_wei: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., amount_wei: _Optional[str] = ...) -> None: ...

class MsgWithdrawBondResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgRetireProvider(_message.Message):
    __slots__ = ("envelope",)
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ...) -> None: ...

class MsgRetireProviderResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgOpenOrder(_message.Message):
    __slots__ = ("envelope", "terms")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    TERMS_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    terms: OrderTerms
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., terms: _Optional[_Union[OrderTerms, _Mapping]] = ...) -> None: ...

class MsgOpenOrderResponse(_message.Message):
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

class MsgOpenUnderPolicy(_message.Message):
    __slots__ = ("envelope", "policy", "terms", "value_wei")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    POLICY_FIELD_NUMBER: _ClassVar[int]
    TERMS_FIELD_NUMBER: _ClassVar[int]
    VALUE_WEI_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    policy: str
    terms: OrderTerms
    value_wei: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., policy: _Optional[str] = ..., terms: _Optional[_Union[OrderTerms, _Mapping]] = ..., value_wei: _Optional[str] = ...) -> None: ...

class MsgOpenUnderPolicyResponse(_message.Message):
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

class MsgCancelOrder(_message.Message):
    __slots__ = ("envelope", "order")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ORDER_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    order: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., order: _Optional[str] = ...) -> None: ...

class MsgCancelOrderResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgPlaceBid(_message.Message):
    __slots__ = ("envelope", "order", "offer")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ORDER_FIELD_NUMBER: _ClassVar[int]
    OFFER_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    order: str
    offer: Offer
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., order: _Optional[str] = ..., offer: _Optional[_Union[Offer, _Mapping]] = ...) -> None: ...

class MsgPlaceBidResponse(_message.Message):
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

class MsgWithdrawBid(_message.Message):
    __slots__ = ("envelope", "bid")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    BID_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    bid: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., bid: _Optional[str] = ...) -> None: ...

class MsgWithdrawBidResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgAcceptBid(_message.Message):
    __slots__ = ("envelope", "order", "bid")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ORDER_FIELD_NUMBER: _ClassVar[int]
    BID_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    order: str
    bid: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., order: _Optional[str] = ..., bid: _Optional[str] = ...) -> None: ...

class MsgAcceptBidResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgMatchOrder(_message.Message):
    __slots__ = ("envelope", "order")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ORDER_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    order: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., order: _Optional[str] = ...) -> None: ...

class MsgMatchOrderResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgStart(_message.Message):
    __slots__ = ("envelope", "order")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ORDER_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    order: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., order: _Optional[str] = ...) -> None: ...

class MsgStartResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgSubmitResult(_message.Message):
    __slots__ = ("envelope", "order", "seal", "units")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ORDER_FIELD_NUMBER: _ClassVar[int]
    SEAL_FIELD_NUMBER: _ClassVar[int]
    UNITS_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    order: str
    seal: bytes
    units: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., order: _Optional[str] = ..., seal: _Optional[bytes] = ..., units: _Optional[str] = ...) -> None: ...

class MsgSubmitResultResponse(_message.Message):
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

class MsgAcceptResult(_message.Message):
    __slots__ = ("envelope", "order")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ORDER_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    order: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., order: _Optional[str] = ...) -> None: ...

class MsgAcceptResultResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgJudge(_message.Message):
    __slots__ = ("envelope", "order")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ORDER_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    order: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., order: _Optional[str] = ...) -> None: ...

class MsgJudgeResponse(_message.Message):
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

class MsgTopUp(_message.Message):
    __slots__ = ("envelope", "order")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ORDER_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    order: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., order: _Optional[str] = ...) -> None: ...

class MsgTopUpResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgPause(_message.Message):
    __slots__ = ("envelope", "order")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ORDER_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    order: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., order: _Optional[str] = ...) -> None: ...

class MsgPauseResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgResume(_message.Message):
    __slots__ = ("envelope", "order")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ORDER_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    order: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., order: _Optional[str] = ...) -> None: ...

class MsgResumeResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgHeartbeat(_message.Message):
    __slots__ = ("envelope", "order")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ORDER_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    order: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., order: _Optional[str] = ...) -> None: ...

class MsgHeartbeatResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgReclaim(_message.Message):
    __slots__ = ("envelope", "order")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ORDER_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    order: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., order: _Optional[str] = ...) -> None: ...

class MsgReclaimResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgKill(_message.Message):
    __slots__ = ("envelope", "order")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ORDER_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    order: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., order: _Optional[str] = ...) -> None: ...

class MsgKillResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgEndLease(_message.Message):
    __slots__ = ("envelope", "order")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ORDER_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    order: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., order: _Optional[str] = ...) -> None: ...

class MsgEndLeaseResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgSettle(_message.Message):
    __slots__ = ("envelope", "order")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ORDER_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    order: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., order: _Optional[str] = ...) -> None: ...

class MsgSettleResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgWithdrawEarnings(_message.Message):
    __slots__ = ("envelope", "order")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ORDER_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    order: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., order: _Optional[str] = ...) -> None: ...

class MsgWithdrawEarningsResponse(_message.Message):
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

class MsgDisputeLease(_message.Message):
    __slots__ = ("envelope", "order", "evidence")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ORDER_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    order: str
    evidence: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., order: _Optional[str] = ..., evidence: _Optional[bytes] = ...) -> None: ...

class MsgDisputeLeaseResponse(_message.Message):
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

class MsgPoke(_message.Message):
    __slots__ = ("envelope", "order")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ORDER_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    order: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., order: _Optional[str] = ...) -> None: ...

class MsgPokeResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgCreatePolicy(_message.Message):
    __slots__ = ("envelope", "terms")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    TERMS_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    terms: PolicyTerms
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., terms: _Optional[_Union[PolicyTerms, _Mapping]] = ...) -> None: ...

class MsgCreatePolicyResponse(_message.Message):
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

class MsgFundPolicy(_message.Message):
    __slots__ = ("envelope", "policy")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    POLICY_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    policy: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., policy: _Optional[str] = ...) -> None: ...

class MsgFundPolicyResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgRevokePolicy(_message.Message):
    __slots__ = ("envelope", "policy")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    POLICY_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    policy: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., policy: _Optional[str] = ...) -> None: ...

class MsgRevokePolicyResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class ComputeParams(_message.Message):
    __slots__ = ("min_deposit_wei", "bid_bond_wei_min", "bid_bond_bps", "bids_max", "order_ttl_blocks_max", "start_timeout_blocks", "run_blocks_max", "lease_blocks_max", "milestones_max", "grace_blocks", "reclaim_blocks_min", "reclaim_blocks_max", "spot_notice_blocks", "pause_blocks_max", "heartbeat_blocks", "holdback_blocks", "verdict_timeout_blocks", "stalled_worker_bps", "take_bps", "take_burn_bps", "slash_start_bps", "slash_miss_bps", "slash_fraud_bps", "slash_requester_bps", "poke_reward_wei", "policy_blocks_max", "requester_policy")
    MIN_DEPOSIT_WEI_FIELD_NUMBER: _ClassVar[int]
    BID_BOND_WEI_MIN_FIELD_NUMBER: _ClassVar[int]
    BID_BOND_BPS_FIELD_NUMBER: _ClassVar[int]
    BIDS_MAX_FIELD_NUMBER: _ClassVar[int]
    ORDER_TTL_BLOCKS_MAX_FIELD_NUMBER: _ClassVar[int]
    START_TIMEOUT_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    RUN_BLOCKS_MAX_FIELD_NUMBER: _ClassVar[int]
    LEASE_BLOCKS_MAX_FIELD_NUMBER: _ClassVar[int]
    MILESTONES_MAX_FIELD_NUMBER: _ClassVar[int]
    GRACE_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    RECLAIM_BLOCKS_MIN_FIELD_NUMBER: _ClassVar[int]
    RECLAIM_BLOCKS_MAX_FIELD_NUMBER: _ClassVar[int]
    SPOT_NOTICE_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    PAUSE_BLOCKS_MAX_FIELD_NUMBER: _ClassVar[int]
    HEARTBEAT_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    HOLDBACK_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    VERDICT_TIMEOUT_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    STALLED_WORKER_BPS_FIELD_NUMBER: _ClassVar[int]
    TAKE_BPS_FIELD_NUMBER: _ClassVar[int]
    TAKE_BURN_BPS_FIELD_NUMBER: _ClassVar[int]
    SLASH_START_BPS_FIELD_NUMBER: _ClassVar[int]
    SLASH_MISS_BPS_FIELD_NUMBER: _ClassVar[int]
    SLASH_FRAUD_BPS_FIELD_NUMBER: _ClassVar[int]
    SLASH_REQUESTER_BPS_FIELD_NUMBER: _ClassVar[int]
    POKE_REWARD_WEI_FIELD_NUMBER: _ClassVar[int]
    POLICY_BLOCKS_MAX_FIELD_NUMBER: _ClassVar[int]
    REQUESTER_POLICY_FIELD_NUMBER: _ClassVar[int]
    min_deposit_wei: str
    bid_bond_wei_min: str
    bid_bond_bps: int
    bids_max: str
    order_ttl_blocks_max: int
    start_timeout_blocks: int
    run_blocks_max: int
    lease_blocks_max: int
    milestones_max: str
    grace_blocks: int
    reclaim_blocks_min: int
    reclaim_blocks_max: int
    spot_notice_blocks: int
    pause_blocks_max: int
    heartbeat_blocks: int
    holdback_blocks: int
    verdict_timeout_blocks: int
    stalled_worker_bps: int
    take_bps: int
    take_burn_bps: int
    slash_start_bps: int
    slash_miss_bps: int
    slash_fraud_bps: int
    slash_requester_bps: int
    poke_reward_wei: str
    policy_blocks_max: int
    requester_policy: str
    def __init__(self, min_deposit_wei: _Optional[str] = ..., bid_bond_wei_min: _Optional[str] = ..., bid_bond_bps: _Optional[int] = ..., bids_max: _Optional[str] = ..., order_ttl_blocks_max: _Optional[int] = ..., start_timeout_blocks: _Optional[int] = ..., run_blocks_max: _Optional[int] = ..., lease_blocks_max: _Optional[int] = ..., milestones_max: _Optional[str] = ..., grace_blocks: _Optional[int] = ..., reclaim_blocks_min: _Optional[int] = ..., reclaim_blocks_max: _Optional[int] = ..., spot_notice_blocks: _Optional[int] = ..., pause_blocks_max: _Optional[int] = ..., heartbeat_blocks: _Optional[int] = ..., holdback_blocks: _Optional[int] = ..., verdict_timeout_blocks: _Optional[int] = ..., stalled_worker_bps: _Optional[int] = ..., take_bps: _Optional[int] = ..., take_burn_bps: _Optional[int] = ..., slash_start_bps: _Optional[int] = ..., slash_miss_bps: _Optional[int] = ..., slash_fraud_bps: _Optional[int] = ..., slash_requester_bps: _Optional[int] = ..., poke_reward_wei: _Optional[str] = ..., policy_blocks_max: _Optional[int] = ..., requester_policy: _Optional[str] = ...) -> None: ...

class Order(_message.Message):
    __slots__ = ("requester", "expires_at", "kind", "opener", "opened_at")
    REQUESTER_FIELD_NUMBER: _ClassVar[int]
    EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    OPENER_FIELD_NUMBER: _ClassVar[int]
    OPENED_AT_FIELD_NUMBER: _ClassVar[int]
    requester: str
    expires_at: int
    kind: Kind
    opener: str
    opened_at: int
    def __init__(self, requester: _Optional[str] = ..., expires_at: _Optional[int] = ..., kind: _Optional[_Union[Kind, str]] = ..., opener: _Optional[str] = ..., opened_at: _Optional[int] = ...) -> None: ...

class Attribute(_message.Message):
    __slots__ = ("key", "value")
    KEY_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    key: bytes
    value: bytes
    def __init__(self, key: _Optional[bytes] = ..., value: _Optional[bytes] = ...) -> None: ...

class ClaimTerms(_message.Message):
    __slots__ = ("level", "copies", "profile", "tolerance", "program", "canary")
    LEVEL_FIELD_NUMBER: _ClassVar[int]
    COPIES_FIELD_NUMBER: _ClassVar[int]
    PROFILE_FIELD_NUMBER: _ClassVar[int]
    TOLERANCE_FIELD_NUMBER: _ClassVar[int]
    PROGRAM_FIELD_NUMBER: _ClassVar[int]
    CANARY_FIELD_NUMBER: _ClassVar[int]
    level: Level
    copies: str
    profile: bytes
    tolerance: str
    program: bytes
    canary: bytes
    def __init__(self, level: _Optional[_Union[Level, str]] = ..., copies: _Optional[str] = ..., profile: _Optional[bytes] = ..., tolerance: _Optional[str] = ..., program: _Optional[bytes] = ..., canary: _Optional[bytes] = ...) -> None: ...

class OrderTerms(_message.Message):
    __slots__ = ("kind", "tenure", "spec", "capacity_class", "attributes", "tier_min", "price_max_wei", "provider", "wants_backup", "auction_blocks", "ttl_blocks", "run_blocks", "milestones", "duration_blocks", "start_height", "reservation_wei", "reclaim_blocks", "policy", "top_up_wei", "claim", "provider_policy")
    KIND_FIELD_NUMBER: _ClassVar[int]
    TENURE_FIELD_NUMBER: _ClassVar[int]
    SPEC_FIELD_NUMBER: _ClassVar[int]
    CAPACITY_CLASS_FIELD_NUMBER: _ClassVar[int]
    ATTRIBUTES_FIELD_NUMBER: _ClassVar[int]
    TIER_MIN_FIELD_NUMBER: _ClassVar[int]
    PRICE_MAX_WEI_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_FIELD_NUMBER: _ClassVar[int]
    WANTS_BACKUP_FIELD_NUMBER: _ClassVar[int]
    AUCTION_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    TTL_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    RUN_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    MILESTONES_FIELD_NUMBER: _ClassVar[int]
    DURATION_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    START_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESERVATION_WEI_FIELD_NUMBER: _ClassVar[int]
    RECLAIM_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    POLICY_FIELD_NUMBER: _ClassVar[int]
    TOP_UP_WEI_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_POLICY_FIELD_NUMBER: _ClassVar[int]
    kind: Kind
    tenure: Tenure
    spec: bytes
    capacity_class: bytes
    attributes: _containers.RepeatedCompositeFieldContainer[Attribute]
    tier_min: str
    price_max_wei: str
    provider: str
    wants_backup: bool
    auction_blocks: int
    ttl_blocks: int
    run_blocks: int
    milestones: str
    duration_blocks: int
    start_height: int
    reservation_wei: str
    reclaim_blocks: int
    policy: str
    top_up_wei: str
    claim: ClaimTerms
    provider_policy: str
    def __init__(self, kind: _Optional[_Union[Kind, str]] = ..., tenure: _Optional[_Union[Tenure, str]] = ..., spec: _Optional[bytes] = ..., capacity_class: _Optional[bytes] = ..., attributes: _Optional[_Iterable[_Union[Attribute, _Mapping]]] = ..., tier_min: _Optional[str] = ..., price_max_wei: _Optional[str] = ..., provider: _Optional[str] = ..., wants_backup: _Optional[bool] = ..., auction_blocks: _Optional[int] = ..., ttl_blocks: _Optional[int] = ..., run_blocks: _Optional[int] = ..., milestones: _Optional[str] = ..., duration_blocks: _Optional[int] = ..., start_height: _Optional[int] = ..., reservation_wei: _Optional[str] = ..., reclaim_blocks: _Optional[int] = ..., policy: _Optional[str] = ..., top_up_wei: _Optional[str] = ..., claim: _Optional[_Union[ClaimTerms, _Mapping]] = ..., provider_policy: _Optional[str] = ...) -> None: ...

class Progress(_message.Message):
    __slots__ = ("state", "milestone", "until", "timer_at", "newest_step", "auction_at", "bid", "backup", "claim", "due_wei", "policy_drawn_wei")
    STATE_FIELD_NUMBER: _ClassVar[int]
    MILESTONE_FIELD_NUMBER: _ClassVar[int]
    UNTIL_FIELD_NUMBER: _ClassVar[int]
    TIMER_AT_FIELD_NUMBER: _ClassVar[int]
    NEWEST_STEP_FIELD_NUMBER: _ClassVar[int]
    AUCTION_AT_FIELD_NUMBER: _ClassVar[int]
    BID_FIELD_NUMBER: _ClassVar[int]
    BACKUP_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    DUE_WEI_FIELD_NUMBER: _ClassVar[int]
    POLICY_DRAWN_WEI_FIELD_NUMBER: _ClassVar[int]
    state: OrderState
    milestone: str
    until: int
    timer_at: int
    newest_step: str
    auction_at: int
    bid: str
    backup: str
    claim: str
    due_wei: str
    policy_drawn_wei: str
    def __init__(self, state: _Optional[_Union[OrderState, str]] = ..., milestone: _Optional[str] = ..., until: _Optional[int] = ..., timer_at: _Optional[int] = ..., newest_step: _Optional[str] = ..., auction_at: _Optional[int] = ..., bid: _Optional[str] = ..., backup: _Optional[str] = ..., claim: _Optional[str] = ..., due_wei: _Optional[str] = ..., policy_drawn_wei: _Optional[str] = ...) -> None: ...

class Ledger(_message.Message):
    __slots__ = ("deposited_wei", "earned_wei", "refunded_wei", "reserve_wei", "fees_wei")
    DEPOSITED_WEI_FIELD_NUMBER: _ClassVar[int]
    EARNED_WEI_FIELD_NUMBER: _ClassVar[int]
    REFUNDED_WEI_FIELD_NUMBER: _ClassVar[int]
    RESERVE_WEI_FIELD_NUMBER: _ClassVar[int]
    FEES_WEI_FIELD_NUMBER: _ClassVar[int]
    deposited_wei: str
    earned_wei: str
    refunded_wei: str
    reserve_wei: str
    fees_wei: str
    def __init__(self, deposited_wei: _Optional[str] = ..., earned_wei: _Optional[str] = ..., refunded_wei: _Optional[str] = ..., reserve_wei: _Optional[str] = ..., fees_wei: _Optional[str] = ...) -> None: ...

class Rules(_message.Message):
    __slots__ = ("take_bps", "take_burn_bps", "slash_start_bps", "slash_miss_bps", "slash_fraud_bps", "slash_requester_bps", "stalled_worker_bps", "start_timeout_blocks", "grace_blocks", "pause_blocks_max", "spot_notice_blocks", "heartbeat_blocks", "holdback_blocks", "verdict_timeout_blocks", "lease_blocks_max")
    TAKE_BPS_FIELD_NUMBER: _ClassVar[int]
    TAKE_BURN_BPS_FIELD_NUMBER: _ClassVar[int]
    SLASH_START_BPS_FIELD_NUMBER: _ClassVar[int]
    SLASH_MISS_BPS_FIELD_NUMBER: _ClassVar[int]
    SLASH_FRAUD_BPS_FIELD_NUMBER: _ClassVar[int]
    SLASH_REQUESTER_BPS_FIELD_NUMBER: _ClassVar[int]
    STALLED_WORKER_BPS_FIELD_NUMBER: _ClassVar[int]
    START_TIMEOUT_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    GRACE_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    PAUSE_BLOCKS_MAX_FIELD_NUMBER: _ClassVar[int]
    SPOT_NOTICE_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    HEARTBEAT_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    HOLDBACK_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    VERDICT_TIMEOUT_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    LEASE_BLOCKS_MAX_FIELD_NUMBER: _ClassVar[int]
    take_bps: int
    take_burn_bps: int
    slash_start_bps: int
    slash_miss_bps: int
    slash_fraud_bps: int
    slash_requester_bps: int
    stalled_worker_bps: int
    start_timeout_blocks: int
    grace_blocks: int
    pause_blocks_max: int
    spot_notice_blocks: int
    heartbeat_blocks: int
    holdback_blocks: int
    verdict_timeout_blocks: int
    lease_blocks_max: int
    def __init__(self, take_bps: _Optional[int] = ..., take_burn_bps: _Optional[int] = ..., slash_start_bps: _Optional[int] = ..., slash_miss_bps: _Optional[int] = ..., slash_fraud_bps: _Optional[int] = ..., slash_requester_bps: _Optional[int] = ..., stalled_worker_bps: _Optional[int] = ..., start_timeout_blocks: _Optional[int] = ..., grace_blocks: _Optional[int] = ..., pause_blocks_max: _Optional[int] = ..., spot_notice_blocks: _Optional[int] = ..., heartbeat_blocks: _Optional[int] = ..., holdback_blocks: _Optional[int] = ..., verdict_timeout_blocks: _Optional[int] = ..., lease_blocks_max: _Optional[int] = ...) -> None: ...

class OrderView(_message.Message):
    __slots__ = ("number", "order", "terms", "progress", "provider", "price_wei", "ledger", "rules")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ORDER_FIELD_NUMBER: _ClassVar[int]
    TERMS_FIELD_NUMBER: _ClassVar[int]
    PROGRESS_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_FIELD_NUMBER: _ClassVar[int]
    PRICE_WEI_FIELD_NUMBER: _ClassVar[int]
    LEDGER_FIELD_NUMBER: _ClassVar[int]
    RULES_FIELD_NUMBER: _ClassVar[int]
    number: str
    order: Order
    terms: OrderTerms
    progress: Progress
    provider: str
    price_wei: str
    ledger: Ledger
    rules: Rules
    def __init__(self, number: _Optional[str] = ..., order: _Optional[_Union[Order, _Mapping]] = ..., terms: _Optional[_Union[OrderTerms, _Mapping]] = ..., progress: _Optional[_Union[Progress, _Mapping]] = ..., provider: _Optional[str] = ..., price_wei: _Optional[str] = ..., ledger: _Optional[_Union[Ledger, _Mapping]] = ..., rules: _Optional[_Union[Rules, _Mapping]] = ...) -> None: ...

class Step(_message.Message):
    __slots__ = ("height", "state", "reason")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    height: int
    state: OrderState
    reason: Reason
    def __init__(self, height: _Optional[int] = ..., state: _Optional[_Union[OrderState, str]] = ..., reason: _Optional[_Union[Reason, str]] = ...) -> None: ...

class DepositEntry(_message.Message):
    __slots__ = ("funder", "policy", "deposited_wei", "spent_wei", "refunded_wei")
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    POLICY_FIELD_NUMBER: _ClassVar[int]
    DEPOSITED_WEI_FIELD_NUMBER: _ClassVar[int]
    SPENT_WEI_FIELD_NUMBER: _ClassVar[int]
    REFUNDED_WEI_FIELD_NUMBER: _ClassVar[int]
    funder: str
    policy: str
    deposited_wei: str
    spent_wei: str
    refunded_wei: str
    def __init__(self, funder: _Optional[str] = ..., policy: _Optional[str] = ..., deposited_wei: _Optional[str] = ..., spent_wei: _Optional[str] = ..., refunded_wei: _Optional[str] = ...) -> None: ...

class Lease(_message.Message):
    __slots__ = ("rate_wei", "earned_wei", "paid_wei", "claimable_wei", "held_wei", "available_wei", "depletes_at", "blocks_left", "heartbeat_by", "ends_at")
    RATE_WEI_FIELD_NUMBER: _ClassVar[int]
    EARNED_WEI_FIELD_NUMBER: _ClassVar[int]
    PAID_WEI_FIELD_NUMBER: _ClassVar[int]
    CLAIMABLE_WEI_FIELD_NUMBER: _ClassVar[int]
    HELD_WEI_FIELD_NUMBER: _ClassVar[int]
    AVAILABLE_WEI_FIELD_NUMBER: _ClassVar[int]
    DEPLETES_AT_FIELD_NUMBER: _ClassVar[int]
    BLOCKS_LEFT_FIELD_NUMBER: _ClassVar[int]
    HEARTBEAT_BY_FIELD_NUMBER: _ClassVar[int]
    ENDS_AT_FIELD_NUMBER: _ClassVar[int]
    rate_wei: str
    earned_wei: str
    paid_wei: str
    claimable_wei: str
    held_wei: str
    available_wei: str
    depletes_at: int
    blocks_left: int
    heartbeat_by: int
    ends_at: int
    def __init__(self, rate_wei: _Optional[str] = ..., earned_wei: _Optional[str] = ..., paid_wei: _Optional[str] = ..., claimable_wei: _Optional[str] = ..., held_wei: _Optional[str] = ..., available_wei: _Optional[str] = ..., depletes_at: _Optional[int] = ..., blocks_left: _Optional[int] = ..., heartbeat_by: _Optional[int] = ..., ends_at: _Optional[int] = ...) -> None: ...

class Bid(_message.Message):
    __slots__ = ("provider", "order", "bond_wei", "placed_at", "state", "price_wei", "pause_price_wei", "reclaim_blocks", "device", "displaces")
    PROVIDER_FIELD_NUMBER: _ClassVar[int]
    ORDER_FIELD_NUMBER: _ClassVar[int]
    BOND_WEI_FIELD_NUMBER: _ClassVar[int]
    PLACED_AT_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    PRICE_WEI_FIELD_NUMBER: _ClassVar[int]
    PAUSE_PRICE_WEI_FIELD_NUMBER: _ClassVar[int]
    RECLAIM_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    DISPLACES_FIELD_NUMBER: _ClassVar[int]
    provider: str
    order: str
    bond_wei: str
    placed_at: int
    state: BidState
    price_wei: str
    pause_price_wei: str
    reclaim_blocks: int
    device: str
    displaces: str
    def __init__(self, provider: _Optional[str] = ..., order: _Optional[str] = ..., bond_wei: _Optional[str] = ..., placed_at: _Optional[int] = ..., state: _Optional[_Union[BidState, str]] = ..., price_wei: _Optional[str] = ..., pause_price_wei: _Optional[str] = ..., reclaim_blocks: _Optional[int] = ..., device: _Optional[str] = ..., displaces: _Optional[str] = ...) -> None: ...

class Provider(_message.Message):
    __slots__ = ("state", "uri", "free_wei", "locked_wei", "paid_wei", "slashed_wei", "ended")
    STATE_FIELD_NUMBER: _ClassVar[int]
    URI_FIELD_NUMBER: _ClassVar[int]
    FREE_WEI_FIELD_NUMBER: _ClassVar[int]
    LOCKED_WEI_FIELD_NUMBER: _ClassVar[int]
    PAID_WEI_FIELD_NUMBER: _ClassVar[int]
    SLASHED_WEI_FIELD_NUMBER: _ClassVar[int]
    ENDED_FIELD_NUMBER: _ClassVar[int]
    state: ProviderState
    uri: str
    free_wei: str
    locked_wei: str
    paid_wei: str
    slashed_wei: str
    ended: str
    def __init__(self, state: _Optional[_Union[ProviderState, str]] = ..., uri: _Optional[str] = ..., free_wei: _Optional[str] = ..., locked_wei: _Optional[str] = ..., paid_wei: _Optional[str] = ..., slashed_wei: _Optional[str] = ..., ended: _Optional[str] = ...) -> None: ...

class Capacity(_message.Message):
    __slots__ = ("capacity_class", "slots")
    CAPACITY_CLASS_FIELD_NUMBER: _ClassVar[int]
    SLOTS_FIELD_NUMBER: _ClassVar[int]
    capacity_class: bytes
    slots: str
    def __init__(self, capacity_class: _Optional[bytes] = ..., slots: _Optional[str] = ...) -> None: ...

class PolicyTerms(_message.Message):
    __slots__ = ("spender", "provider", "job_wei_max", "period_wei_max", "period_blocks", "expires_at", "level_min", "tier_min", "attributes")
    SPENDER_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_FIELD_NUMBER: _ClassVar[int]
    JOB_WEI_MAX_FIELD_NUMBER: _ClassVar[int]
    PERIOD_WEI_MAX_FIELD_NUMBER: _ClassVar[int]
    PERIOD_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    LEVEL_MIN_FIELD_NUMBER: _ClassVar[int]
    TIER_MIN_FIELD_NUMBER: _ClassVar[int]
    ATTRIBUTES_FIELD_NUMBER: _ClassVar[int]
    spender: str
    provider: str
    job_wei_max: str
    period_wei_max: str
    period_blocks: int
    expires_at: int
    level_min: Level
    tier_min: str
    attributes: _containers.RepeatedCompositeFieldContainer[Attribute]
    def __init__(self, spender: _Optional[str] = ..., provider: _Optional[str] = ..., job_wei_max: _Optional[str] = ..., period_wei_max: _Optional[str] = ..., period_blocks: _Optional[int] = ..., expires_at: _Optional[int] = ..., level_min: _Optional[_Union[Level, str]] = ..., tier_min: _Optional[str] = ..., attributes: _Optional[_Iterable[_Union[Attribute, _Mapping]]] = ...) -> None: ...

class Policy(_message.Message):
    __slots__ = ("owner", "state", "balance_wei", "period_start", "period_spent_wei", "terms")
    OWNER_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    BALANCE_WEI_FIELD_NUMBER: _ClassVar[int]
    PERIOD_START_FIELD_NUMBER: _ClassVar[int]
    PERIOD_SPENT_WEI_FIELD_NUMBER: _ClassVar[int]
    TERMS_FIELD_NUMBER: _ClassVar[int]
    owner: str
    state: PolicyState
    balance_wei: str
    period_start: int
    period_spent_wei: str
    terms: PolicyTerms
    def __init__(self, owner: _Optional[str] = ..., state: _Optional[_Union[PolicyState, str]] = ..., balance_wei: _Optional[str] = ..., period_start: _Optional[int] = ..., period_spent_wei: _Optional[str] = ..., terms: _Optional[_Union[PolicyTerms, _Mapping]] = ...) -> None: ...

class Totals(_message.Message):
    __slots__ = ("escrow_wei", "earned_wei", "bonds_wei", "policies_wei")
    ESCROW_WEI_FIELD_NUMBER: _ClassVar[int]
    EARNED_WEI_FIELD_NUMBER: _ClassVar[int]
    BONDS_WEI_FIELD_NUMBER: _ClassVar[int]
    POLICIES_WEI_FIELD_NUMBER: _ClassVar[int]
    escrow_wei: str
    earned_wei: str
    bonds_wei: str
    policies_wei: str
    def __init__(self, escrow_wei: _Optional[str] = ..., earned_wei: _Optional[str] = ..., bonds_wei: _Optional[str] = ..., policies_wei: _Optional[str] = ...) -> None: ...

class Slots(_message.Message):
    __slots__ = ("busy", "declared")
    BUSY_FIELD_NUMBER: _ClassVar[int]
    DECLARED_FIELD_NUMBER: _ClassVar[int]
    busy: str
    declared: str
    def __init__(self, busy: _Optional[str] = ..., declared: _Optional[str] = ...) -> None: ...

class Revenue(_message.Message):
    __slots__ = ("paid_orders", "gross_wei", "burned_wei", "treasury_wei", "refunded_wei", "slashed_wei")
    PAID_ORDERS_FIELD_NUMBER: _ClassVar[int]
    GROSS_WEI_FIELD_NUMBER: _ClassVar[int]
    BURNED_WEI_FIELD_NUMBER: _ClassVar[int]
    TREASURY_WEI_FIELD_NUMBER: _ClassVar[int]
    REFUNDED_WEI_FIELD_NUMBER: _ClassVar[int]
    SLASHED_WEI_FIELD_NUMBER: _ClassVar[int]
    paid_orders: str
    gross_wei: str
    burned_wei: str
    treasury_wei: str
    refunded_wei: str
    slashed_wei: str
    def __init__(self, paid_orders: _Optional[str] = ..., gross_wei: _Optional[str] = ..., burned_wei: _Optional[str] = ..., treasury_wei: _Optional[str] = ..., refunded_wei: _Optional[str] = ..., slashed_wei: _Optional[str] = ...) -> None: ...

class Offer(_message.Message):
    __slots__ = ("price_wei", "pause_price_wei", "reclaim_blocks", "device", "displaces")
    PRICE_WEI_FIELD_NUMBER: _ClassVar[int]
    PAUSE_PRICE_WEI_FIELD_NUMBER: _ClassVar[int]
    RECLAIM_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    DISPLACES_FIELD_NUMBER: _ClassVar[int]
    price_wei: str
    pause_price_wei: str
    reclaim_blocks: int
    device: str
    displaces: str
    def __init__(self, price_wei: _Optional[str] = ..., pause_price_wei: _Optional[str] = ..., reclaim_blocks: _Optional[int] = ..., device: _Optional[str] = ..., displaces: _Optional[str] = ...) -> None: ...
