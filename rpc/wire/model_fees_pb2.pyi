from rpc.wire import events_pb2 as _events_pb2
from rpc.wire import tx_pb2 as _tx_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class LegKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    LEG_KIND_TREASURY: _ClassVar[LegKind]
    LEG_KIND_INFRASTRUCTURE: _ClassVar[LegKind]
    LEG_KIND_REFERRER: _ClassVar[LegKind]
    LEG_KIND_AUTHOR: _ClassVar[LegKind]
    LEG_KIND_BASE: _ClassVar[LegKind]
    LEG_KIND_DATA: _ClassVar[LegKind]

class ModelStatus(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    MODEL_STATUS_REGISTERED: _ClassVar[ModelStatus]
    MODEL_STATUS_ACTIVE: _ClassVar[ModelStatus]
    MODEL_STATUS_DEPRECATED: _ClassVar[ModelStatus]
    MODEL_STATUS_RETIRED: _ClassVar[ModelStatus]

class ChannelState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CHANNEL_STATE_NOTHING: _ClassVar[ChannelState]
    CHANNEL_STATE_OPEN: _ClassVar[ChannelState]
    CHANNEL_STATE_ACTIVE: _ClassVar[ChannelState]
    CHANNEL_STATE_CLOSING: _ClassVar[ChannelState]
    CHANNEL_STATE_SETTLED: _ClassVar[ChannelState]
    CHANNEL_STATE_EXPIRED: _ClassVar[ChannelState]

class DisputeState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    DISPUTE_STATE_NOTHING: _ClassVar[DisputeState]
    DISPUTE_STATE_OPENED: _ClassVar[DisputeState]
    DISPUTE_STATE_SAMPLED: _ClassVar[DisputeState]
    DISPUTE_STATE_ANSWERED: _ClassVar[DisputeState]
    DISPUTE_STATE_JUDGED: _ClassVar[DisputeState]
    DISPUTE_STATE_CONVICTED: _ClassVar[DisputeState]
    DISPUTE_STATE_CLEARED: _ClassVar[DisputeState]
    DISPUTE_STATE_LAPSED: _ClassVar[DisputeState]

class FundState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    FUND_STATE_NOTHING: _ClassVar[FundState]
    FUND_STATE_FUNDED: _ClassVar[FundState]
    FUND_STATE_UNLOCKING: _ClassVar[FundState]
    FUND_STATE_RETURNED: _ClassVar[FundState]
LEG_KIND_TREASURY: LegKind
LEG_KIND_INFRASTRUCTURE: LegKind
LEG_KIND_REFERRER: LegKind
LEG_KIND_AUTHOR: LegKind
LEG_KIND_BASE: LegKind
LEG_KIND_DATA: LegKind
MODEL_STATUS_REGISTERED: ModelStatus
MODEL_STATUS_ACTIVE: ModelStatus
MODEL_STATUS_DEPRECATED: ModelStatus
MODEL_STATUS_RETIRED: ModelStatus
CHANNEL_STATE_NOTHING: ChannelState
CHANNEL_STATE_OPEN: ChannelState
CHANNEL_STATE_ACTIVE: ChannelState
CHANNEL_STATE_CLOSING: ChannelState
CHANNEL_STATE_SETTLED: ChannelState
CHANNEL_STATE_EXPIRED: ChannelState
DISPUTE_STATE_NOTHING: DisputeState
DISPUTE_STATE_OPENED: DisputeState
DISPUTE_STATE_SAMPLED: DisputeState
DISPUTE_STATE_ANSWERED: DisputeState
DISPUTE_STATE_JUDGED: DisputeState
DISPUTE_STATE_CONVICTED: DisputeState
DISPUTE_STATE_CLEARED: DisputeState
DISPUTE_STATE_LAPSED: DisputeState
FUND_STATE_NOTHING: FundState
FUND_STATE_FUNDED: FundState
FUND_STATE_UNLOCKING: FundState
FUND_STATE_RETURNED: FundState

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
    result: ModelFeesParams
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[ModelFeesParams, _Mapping]] = ...) -> None: ...

class QuoteRequest(_message.Message):
    __slots__ = ("at_height", "model_id", "input_tokens", "output_tokens", "referrers")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    INPUT_TOKENS_FIELD_NUMBER: _ClassVar[int]
    OUTPUT_TOKENS_FIELD_NUMBER: _ClassVar[int]
    REFERRERS_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    model_id: str
    input_tokens: str
    output_tokens: str
    referrers: _containers.RepeatedCompositeFieldContainer[Referrer]
    def __init__(self, at_height: _Optional[int] = ..., model_id: _Optional[str] = ..., input_tokens: _Optional[str] = ..., output_tokens: _Optional[str] = ..., referrers: _Optional[_Iterable[_Union[Referrer, _Mapping]]] = ...) -> None: ...

class QuoteResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Quote
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Quote, _Mapping]] = ...) -> None: ...

class ModelRequest(_message.Message):
    __slots__ = ("at_height", "model_id")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    model_id: str
    def __init__(self, at_height: _Optional[int] = ..., model_id: _Optional[str] = ...) -> None: ...

class ModelResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Model
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Model, _Mapping]] = ...) -> None: ...

class ModelsRequest(_message.Message):
    __slots__ = ("at_height", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class ModelsResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[Model]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[Model, _Mapping]]] = ...) -> None: ...

class ModelCountRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class ModelCountResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class PriceAtRequest(_message.Message):
    __slots__ = ("at_height", "model_id", "time_s")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    TIME_S_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    model_id: str
    time_s: int
    def __init__(self, at_height: _Optional[int] = ..., model_id: _Optional[str] = ..., time_s: _Optional[int] = ...) -> None: ...

class PriceAtResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Terms
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Terms, _Mapping]] = ...) -> None: ...

class VersionsRequest(_message.Message):
    __slots__ = ("at_height", "model_id", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    model_id: str
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., model_id: _Optional[str] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class VersionsResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[Terms]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[Terms, _Mapping]]] = ...) -> None: ...

class UsageRequest(_message.Message):
    __slots__ = ("at_height", "model_id")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    model_id: str
    def __init__(self, at_height: _Optional[int] = ..., model_id: _Optional[str] = ...) -> None: ...

class UsageResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Usage
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Usage, _Mapping]] = ...) -> None: ...

class UsageTotalRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class UsageTotalResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Usage
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Usage, _Mapping]] = ...) -> None: ...

class QuoteUnitsRequest(_message.Message):
    __slots__ = ("at_height", "model_id", "units", "referrers")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    UNITS_FIELD_NUMBER: _ClassVar[int]
    REFERRERS_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    model_id: str
    units: _containers.RepeatedScalarFieldContainer[str]
    referrers: _containers.RepeatedCompositeFieldContainer[Referrer]
    def __init__(self, at_height: _Optional[int] = ..., model_id: _Optional[str] = ..., units: _Optional[_Iterable[str]] = ..., referrers: _Optional[_Iterable[_Union[Referrer, _Mapping]]] = ...) -> None: ...

class QuoteUnitsResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Quote
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Quote, _Mapping]] = ...) -> None: ...

class TariffNowRequest(_message.Message):
    __slots__ = ("at_height", "model_id")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    model_id: str
    def __init__(self, at_height: _Optional[int] = ..., model_id: _Optional[str] = ...) -> None: ...

class TariffNowResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Tariff
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Tariff, _Mapping]] = ...) -> None: ...

class TariffRequest(_message.Message):
    __slots__ = ("at_height", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    number: str
    def __init__(self, at_height: _Optional[int] = ..., number: _Optional[str] = ...) -> None: ...

class TariffResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Tariff
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Tariff, _Mapping]] = ...) -> None: ...

class ConditionsInForceRequest(_message.Message):
    __slots__ = ("at_height", "model_id")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    model_id: str
    def __init__(self, at_height: _Optional[int] = ..., model_id: _Optional[str] = ...) -> None: ...

class ConditionsInForceResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Conditions
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Conditions, _Mapping]] = ...) -> None: ...

class ConditionsNumberedRequest(_message.Message):
    __slots__ = ("at_height", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    number: str
    def __init__(self, at_height: _Optional[int] = ..., number: _Optional[str] = ...) -> None: ...

class ConditionsNumberedResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Conditions
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Conditions, _Mapping]] = ...) -> None: ...

class DemandRequest(_message.Message):
    __slots__ = ("at_height", "model_id")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    model_id: str
    def __init__(self, at_height: _Optional[int] = ..., model_id: _Optional[str] = ...) -> None: ...

class DemandResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Demand
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Demand, _Mapping]] = ...) -> None: ...

class FreeUnitsLeftRequest(_message.Message):
    __slots__ = ("at_height", "model_id", "account")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    model_id: str
    account: str
    def __init__(self, at_height: _Optional[int] = ..., model_id: _Optional[str] = ..., account: _Optional[str] = ...) -> None: ...

class FreeUnitsLeftResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[str]] = ...) -> None: ...

class RequestsLeftRequest(_message.Message):
    __slots__ = ("at_height", "model_id", "account")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    model_id: str
    account: str
    def __init__(self, at_height: _Optional[int] = ..., model_id: _Optional[str] = ..., account: _Optional[str] = ...) -> None: ...

class RequestsLeftResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class UsageOnRequest(_message.Message):
    __slots__ = ("at_height", "model_id", "day")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    model_id: str
    day: str
    def __init__(self, at_height: _Optional[int] = ..., model_id: _Optional[str] = ..., day: _Optional[str] = ...) -> None: ...

class UsageOnResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Use
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Use, _Mapping]] = ...) -> None: ...

class IncomeRequest(_message.Message):
    __slots__ = ("at_height", "model_id")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    model_id: str
    def __init__(self, at_height: _Optional[int] = ..., model_id: _Optional[str] = ...) -> None: ...

class IncomeResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class HeldForDataRequest(_message.Message):
    __slots__ = ("at_height", "asset")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    asset: str
    def __init__(self, at_height: _Optional[int] = ..., asset: _Optional[str] = ...) -> None: ...

class HeldForDataResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class ProvidersOfRequest(_message.Message):
    __slots__ = ("at_height", "model_id", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    model_id: str
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., model_id: _Optional[str] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class ProvidersOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[str]] = ...) -> None: ...

class ChannelRequest(_message.Message):
    __slots__ = ("at_height", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    number: str
    def __init__(self, at_height: _Optional[int] = ..., number: _Optional[str] = ...) -> None: ...

class ChannelResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Channel
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Channel, _Mapping]] = ...) -> None: ...

class ChannelTotalRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class ChannelTotalResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class ChannelsOfRequest(_message.Message):
    __slots__ = ("at_height", "payer", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    PAYER_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    payer: str
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., payer: _Optional[str] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class ChannelsOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[str]] = ...) -> None: ...

class ChannelsForRequest(_message.Message):
    __slots__ = ("at_height", "payee", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    PAYEE_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    payee: str
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., payee: _Optional[str] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class ChannelsForResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[str]] = ...) -> None: ...

class LaneRequest(_message.Message):
    __slots__ = ("at_height", "channel", "lane")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    LANE_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    channel: str
    lane: str
    def __init__(self, at_height: _Optional[int] = ..., channel: _Optional[str] = ..., lane: _Optional[str] = ...) -> None: ...

class LaneResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Lane
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Lane, _Mapping]] = ...) -> None: ...

class ClaimableRequest(_message.Message):
    __slots__ = ("at_height", "channel")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    channel: str
    def __init__(self, at_height: _Optional[int] = ..., channel: _Optional[str] = ...) -> None: ...

class ClaimableResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class AgentRequest(_message.Message):
    __slots__ = ("at_height", "payer", "key")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    PAYER_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    payer: str
    key: str
    def __init__(self, at_height: _Optional[int] = ..., payer: _Optional[str] = ..., key: _Optional[str] = ...) -> None: ...

class AgentResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Grant
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Grant, _Mapping]] = ...) -> None: ...

class AgentLeftRequest(_message.Message):
    __slots__ = ("at_height", "payer", "key")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    PAYER_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    payer: str
    key: str
    def __init__(self, at_height: _Optional[int] = ..., payer: _Optional[str] = ..., key: _Optional[str] = ...) -> None: ...

class AgentLeftResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class DisputeRequest(_message.Message):
    __slots__ = ("at_height", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    number: str
    def __init__(self, at_height: _Optional[int] = ..., number: _Optional[str] = ...) -> None: ...

class DisputeResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Dispute
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Dispute, _Mapping]] = ...) -> None: ...

class DisputeTotalRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class DisputeTotalResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class DisputeSamplesRequest(_message.Message):
    __slots__ = ("at_height", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    number: str
    def __init__(self, at_height: _Optional[int] = ..., number: _Optional[str] = ...) -> None: ...

class DisputeSamplesResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[str]] = ...) -> None: ...

class ProviderBondRequest(_message.Message):
    __slots__ = ("at_height", "provider")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    provider: str
    def __init__(self, at_height: _Optional[int] = ..., provider: _Optional[str] = ...) -> None: ...

class ProviderBondResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Bond
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Bond, _Mapping]] = ...) -> None: ...

class TicketFundRequest(_message.Message):
    __slots__ = ("at_height", "sender")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    SENDER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    sender: str
    def __init__(self, at_height: _Optional[int] = ..., sender: _Optional[str] = ...) -> None: ...

class TicketFundResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: TicketFund
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[TicketFund, _Mapping]] = ...) -> None: ...

class TicketReserveRequest(_message.Message):
    __slots__ = ("at_height", "sender", "recipient")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    SENDER_FIELD_NUMBER: _ClassVar[int]
    RECIPIENT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    sender: str
    recipient: str
    def __init__(self, at_height: _Optional[int] = ..., sender: _Optional[str] = ..., recipient: _Optional[str] = ...) -> None: ...

class TicketReserveResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class TicketWinsRequest(_message.Message):
    __slots__ = ("at_height", "ticket", "signature", "preimage")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    TICKET_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_FIELD_NUMBER: _ClassVar[int]
    PREIMAGE_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    ticket: Ticket
    signature: bytes
    preimage: bytes
    def __init__(self, at_height: _Optional[int] = ..., ticket: _Optional[_Union[Ticket, _Mapping]] = ..., signature: _Optional[bytes] = ..., preimage: _Optional[bytes] = ...) -> None: ...

class TicketWinsResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: bool
    def __init__(self, height: _Optional[int] = ..., result: _Optional[bool] = ...) -> None: ...

class MsgRegisterModel(_message.Message):
    __slots__ = ("envelope", "model_id", "metadata_uri", "prices", "split")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    METADATA_URI_FIELD_NUMBER: _ClassVar[int]
    PRICES_FIELD_NUMBER: _ClassVar[int]
    SPLIT_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    model_id: str
    metadata_uri: str
    prices: Prices
    split: RevenueSplit
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., model_id: _Optional[str] = ..., metadata_uri: _Optional[str] = ..., prices: _Optional[_Union[Prices, _Mapping]] = ..., split: _Optional[_Union[RevenueSplit, _Mapping]] = ...) -> None: ...

class MsgRegisterModelResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgActivateModel(_message.Message):
    __slots__ = ("envelope", "model_id")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    model_id: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., model_id: _Optional[str] = ...) -> None: ...

class MsgActivateModelResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgDeprecateModel(_message.Message):
    __slots__ = ("envelope", "model_id")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    model_id: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., model_id: _Optional[str] = ...) -> None: ...

class MsgDeprecateModelResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgRetireModel(_message.Message):
    __slots__ = ("envelope", "model_id")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    model_id: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., model_id: _Optional[str] = ...) -> None: ...

class MsgRetireModelResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgSchedulePrices(_message.Message):
    __slots__ = ("envelope", "model_id", "prices", "effective_s")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    PRICES_FIELD_NUMBER: _ClassVar[int]
    EFFECTIVE_S_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    model_id: str
    prices: Prices
    effective_s: int
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., model_id: _Optional[str] = ..., prices: _Optional[_Union[Prices, _Mapping]] = ..., effective_s: _Optional[int] = ...) -> None: ...

class MsgSchedulePricesResponse(_message.Message):
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

class MsgScheduleSplit(_message.Message):
    __slots__ = ("envelope", "model_id", "split", "effective_s")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    SPLIT_FIELD_NUMBER: _ClassVar[int]
    EFFECTIVE_S_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    model_id: str
    split: RevenueSplit
    effective_s: int
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., model_id: _Optional[str] = ..., split: _Optional[_Union[RevenueSplit, _Mapping]] = ..., effective_s: _Optional[int] = ...) -> None: ...

class MsgScheduleSplitResponse(_message.Message):
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

class MsgCancelScheduled(_message.Message):
    __slots__ = ("envelope", "model_id")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    model_id: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., model_id: _Optional[str] = ...) -> None: ...

class MsgCancelScheduledResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgPayForUse(_message.Message):
    __slots__ = ("envelope", "model_id", "input_tokens", "output_tokens", "max_total_wei", "referrers")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    INPUT_TOKENS_FIELD_NUMBER: _ClassVar[int]
    OUTPUT_TOKENS_FIELD_NUMBER: _ClassVar[int]
    MAX_TOTAL_WEI_FIELD_NUMBER: _ClassVar[int]
    REFERRERS_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    model_id: str
    input_tokens: str
    output_tokens: str
    max_total_wei: str
    referrers: _containers.RepeatedCompositeFieldContainer[Referrer]
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., model_id: _Optional[str] = ..., input_tokens: _Optional[str] = ..., output_tokens: _Optional[str] = ..., max_total_wei: _Optional[str] = ..., referrers: _Optional[_Iterable[_Union[Referrer, _Mapping]]] = ...) -> None: ...

class MsgPayForUseResponse(_message.Message):
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

class MsgScheduleTerms(_message.Message):
    __slots__ = ("envelope", "model_id", "prices", "split", "conditions", "effective_s")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    PRICES_FIELD_NUMBER: _ClassVar[int]
    SPLIT_FIELD_NUMBER: _ClassVar[int]
    CONDITIONS_FIELD_NUMBER: _ClassVar[int]
    EFFECTIVE_S_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    model_id: str
    prices: Prices
    split: RevenueSplit
    conditions: Conditions
    effective_s: int
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., model_id: _Optional[str] = ..., prices: _Optional[_Union[Prices, _Mapping]] = ..., split: _Optional[_Union[RevenueSplit, _Mapping]] = ..., conditions: _Optional[_Union[Conditions, _Mapping]] = ..., effective_s: _Optional[int] = ...) -> None: ...

class MsgScheduleTermsResponse(_message.Message):
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

class MsgAllowProvider(_message.Message):
    __slots__ = ("envelope", "model_id", "provider", "is_allowed")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_FIELD_NUMBER: _ClassVar[int]
    IS_ALLOWED_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    model_id: str
    provider: str
    is_allowed: bool
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., model_id: _Optional[str] = ..., provider: _Optional[str] = ..., is_allowed: _Optional[bool] = ...) -> None: ...

class MsgAllowProviderResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgPayForUnits(_message.Message):
    __slots__ = ("envelope", "model_id", "units", "max_total_wei", "referrers")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    UNITS_FIELD_NUMBER: _ClassVar[int]
    MAX_TOTAL_WEI_FIELD_NUMBER: _ClassVar[int]
    REFERRERS_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    model_id: str
    units: _containers.RepeatedScalarFieldContainer[str]
    max_total_wei: str
    referrers: _containers.RepeatedCompositeFieldContainer[Referrer]
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., model_id: _Optional[str] = ..., units: _Optional[_Iterable[str]] = ..., max_total_wei: _Optional[str] = ..., referrers: _Optional[_Iterable[_Union[Referrer, _Mapping]]] = ...) -> None: ...

class MsgPayForUnitsResponse(_message.Message):
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

class MsgDistribute(_message.Message):
    __slots__ = ("envelope", "model_id")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    model_id: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., model_id: _Optional[str] = ...) -> None: ...

class MsgDistributeResponse(_message.Message):
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

class MsgReleaseData(_message.Message):
    __slots__ = ("envelope", "asset")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    asset: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., asset: _Optional[str] = ...) -> None: ...

class MsgReleaseDataResponse(_message.Message):
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

class MsgOpenChannel(_message.Message):
    __slots__ = ("envelope", "terms")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    TERMS_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    terms: SessionTerms
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., terms: _Optional[_Union[SessionTerms, _Mapping]] = ...) -> None: ...

class MsgOpenChannelResponse(_message.Message):
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

class MsgTopUpChannel(_message.Message):
    __slots__ = ("envelope", "channel")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    channel: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., channel: _Optional[str] = ...) -> None: ...

class MsgTopUpChannelResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgRenewChannel(_message.Message):
    __slots__ = ("envelope", "channel", "terms", "signature")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    TERMS_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    channel: str
    terms: SessionTerms
    signature: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., channel: _Optional[str] = ..., terms: _Optional[_Union[SessionTerms, _Mapping]] = ..., signature: _Optional[bytes] = ...) -> None: ...

class MsgRenewChannelResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgRedeem(_message.Message):
    __slots__ = ("envelope", "voucher", "signature")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    VOUCHER_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    voucher: Voucher
    signature: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., voucher: _Optional[_Union[Voucher, _Mapping]] = ..., signature: _Optional[bytes] = ...) -> None: ...

class MsgRedeemResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgRedeemBatch(_message.Message):
    __slots__ = ("envelope", "vouchers")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    VOUCHERS_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    vouchers: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., vouchers: _Optional[bytes] = ...) -> None: ...

class MsgRedeemBatchResponse(_message.Message):
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

class MsgCloseChannel(_message.Message):
    __slots__ = ("envelope", "channel")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    channel: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., channel: _Optional[str] = ...) -> None: ...

class MsgCloseChannelResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgCloseTogether(_message.Message):
    __slots__ = ("envelope", "channel", "paid_wei", "vouchers", "payer_signature", "payee_signature")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    PAID_WEI_FIELD_NUMBER: _ClassVar[int]
    VOUCHERS_FIELD_NUMBER: _ClassVar[int]
    PAYER_SIGNATURE_FIELD_NUMBER: _ClassVar[int]
    PAYEE_SIGNATURE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    channel: str
    paid_wei: str
    vouchers: bytes
    payer_signature: bytes
    payee_signature: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., channel: _Optional[str] = ..., paid_wei: _Optional[str] = ..., vouchers: _Optional[bytes] = ..., payer_signature: _Optional[bytes] = ..., payee_signature: _Optional[bytes] = ...) -> None: ...

class MsgCloseTogetherResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgSettleChannel(_message.Message):
    __slots__ = ("envelope", "channel")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    channel: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., channel: _Optional[str] = ...) -> None: ...

class MsgSettleChannelResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgAuthoriseAgent(_message.Message):
    __slots__ = ("envelope", "key", "cap_wei", "period_s", "models", "ends_s")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    CAP_WEI_FIELD_NUMBER: _ClassVar[int]
    PERIOD_S_FIELD_NUMBER: _ClassVar[int]
    MODELS_FIELD_NUMBER: _ClassVar[int]
    ENDS_S_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    key: str
    cap_wei: str
    period_s: int
    models: _containers.RepeatedScalarFieldContainer[str]
    ends_s: int
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., key: _Optional[str] = ..., cap_wei: _Optional[str] = ..., period_s: _Optional[int] = ..., models: _Optional[_Iterable[str]] = ..., ends_s: _Optional[int] = ...) -> None: ...

class MsgAuthoriseAgentResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgRevokeAgent(_message.Message):
    __slots__ = ("envelope", "key")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    key: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., key: _Optional[str] = ...) -> None: ...

class MsgRevokeAgentResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgBondProvider(_message.Message):
    __slots__ = ("envelope",)
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ...) -> None: ...

class MsgBondProviderResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgUnbondProvider(_message.Message):
    __slots__ = ("envelope", "amount_wei")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_WEI_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    amount_wei: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., amount_wei: _Optional[str] = ...) -> None: ...

class MsgUnbondProviderResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgDisputeMeter(_message.Message):
    __slots__ = ("envelope", "channel", "lane")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    LANE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    channel: str
    lane: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., channel: _Optional[str] = ..., lane: _Optional[str] = ...) -> None: ...

class MsgDisputeMeterResponse(_message.Message):
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

class MsgAnswerDispute(_message.Message):
    __slots__ = ("envelope", "dispute", "openings")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    DISPUTE_FIELD_NUMBER: _ClassVar[int]
    OPENINGS_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    dispute: str
    openings: _containers.RepeatedCompositeFieldContainer[Opening]
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., dispute: _Optional[str] = ..., openings: _Optional[_Iterable[_Union[Opening, _Mapping]]] = ...) -> None: ...

class MsgAnswerDisputeResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgDoubtReceipt(_message.Message):
    __slots__ = ("envelope", "dispute", "sample", "evidence")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    DISPUTE_FIELD_NUMBER: _ClassVar[int]
    SAMPLE_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    dispute: str
    sample: str
    evidence: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., dispute: _Optional[str] = ..., sample: _Optional[str] = ..., evidence: _Optional[bytes] = ...) -> None: ...

class MsgDoubtReceiptResponse(_message.Message):
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

class MsgFundTickets(_message.Message):
    __slots__ = ("envelope",)
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ...) -> None: ...

class MsgFundTicketsResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgReserveTickets(_message.Message):
    __slots__ = ("envelope", "recipient", "amount_wei")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    RECIPIENT_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_WEI_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    recipient: str
    amount_wei: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., recipient: _Optional[str] = ..., amount_wei: _Optional[str] = ...) -> None: ...

class MsgReserveTicketsResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgUnlockTickets(_message.Message):
    __slots__ = ("envelope",)
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ...) -> None: ...

class MsgUnlockTicketsResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgRedeemTicket(_message.Message):
    __slots__ = ("envelope", "ticket", "signature", "preimage")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    TICKET_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_FIELD_NUMBER: _ClassVar[int]
    PREIMAGE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    ticket: Ticket
    signature: bytes
    preimage: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., ticket: _Optional[_Union[Ticket, _Mapping]] = ..., signature: _Optional[bytes] = ..., preimage: _Optional[bytes] = ...) -> None: ...

class MsgRedeemTicketResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class ModelFeesParams(_message.Message):
    __slots__ = ("protocol_fee_bps", "price_notice_s", "epoch_s", "challenge_s", "channel_s_max", "channels_max", "deposit_min_wei", "watch_s", "watch_bps", "agent_notice_s", "factor_bps_min", "factor_bps_max", "factor_step_bps_max", "provider_bond_min_wei", "bond_wait_s", "dispute_window_s", "answer_s", "verdict_s", "receipt_samples", "overcharge_multiplier_bps", "dispute_fee_wei", "ticket_face_min_wei", "ticket_wait_s", "ticket_s_max")
    PROTOCOL_FEE_BPS_FIELD_NUMBER: _ClassVar[int]
    PRICE_NOTICE_S_FIELD_NUMBER: _ClassVar[int]
    EPOCH_S_FIELD_NUMBER: _ClassVar[int]
    CHALLENGE_S_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_S_MAX_FIELD_NUMBER: _ClassVar[int]
    CHANNELS_MAX_FIELD_NUMBER: _ClassVar[int]
    DEPOSIT_MIN_WEI_FIELD_NUMBER: _ClassVar[int]
    WATCH_S_FIELD_NUMBER: _ClassVar[int]
    WATCH_BPS_FIELD_NUMBER: _ClassVar[int]
    AGENT_NOTICE_S_FIELD_NUMBER: _ClassVar[int]
    FACTOR_BPS_MIN_FIELD_NUMBER: _ClassVar[int]
    FACTOR_BPS_MAX_FIELD_NUMBER: _ClassVar[int]
    FACTOR_STEP_BPS_MAX_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_BOND_MIN_WEI_FIELD_NUMBER: _ClassVar[int]
    BOND_WAIT_S_FIELD_NUMBER: _ClassVar[int]
    DISPUTE_WINDOW_S_FIELD_NUMBER: _ClassVar[int]
    ANSWER_S_FIELD_NUMBER: _ClassVar[int]
    VERDICT_S_FIELD_NUMBER: _ClassVar[int]
    RECEIPT_SAMPLES_FIELD_NUMBER: _ClassVar[int]
    OVERCHARGE_MULTIPLIER_BPS_FIELD_NUMBER: _ClassVar[int]
    DISPUTE_FEE_WEI_FIELD_NUMBER: _ClassVar[int]
    TICKET_FACE_MIN_WEI_FIELD_NUMBER: _ClassVar[int]
    TICKET_WAIT_S_FIELD_NUMBER: _ClassVar[int]
    TICKET_S_MAX_FIELD_NUMBER: _ClassVar[int]
    protocol_fee_bps: int
    price_notice_s: int
    epoch_s: int
    challenge_s: int
    channel_s_max: int
    channels_max: str
    deposit_min_wei: str
    watch_s: int
    watch_bps: int
    agent_notice_s: int
    factor_bps_min: str
    factor_bps_max: str
    factor_step_bps_max: str
    provider_bond_min_wei: str
    bond_wait_s: int
    dispute_window_s: int
    answer_s: int
    verdict_s: int
    receipt_samples: str
    overcharge_multiplier_bps: str
    dispute_fee_wei: str
    ticket_face_min_wei: str
    ticket_wait_s: int
    ticket_s_max: int
    def __init__(self, protocol_fee_bps: _Optional[int] = ..., price_notice_s: _Optional[int] = ..., epoch_s: _Optional[int] = ..., challenge_s: _Optional[int] = ..., channel_s_max: _Optional[int] = ..., channels_max: _Optional[str] = ..., deposit_min_wei: _Optional[str] = ..., watch_s: _Optional[int] = ..., watch_bps: _Optional[int] = ..., agent_notice_s: _Optional[int] = ..., factor_bps_min: _Optional[str] = ..., factor_bps_max: _Optional[str] = ..., factor_step_bps_max: _Optional[str] = ..., provider_bond_min_wei: _Optional[str] = ..., bond_wait_s: _Optional[int] = ..., dispute_window_s: _Optional[int] = ..., answer_s: _Optional[int] = ..., verdict_s: _Optional[int] = ..., receipt_samples: _Optional[str] = ..., overcharge_multiplier_bps: _Optional[str] = ..., dispute_fee_wei: _Optional[str] = ..., ticket_face_min_wei: _Optional[str] = ..., ticket_wait_s: _Optional[int] = ..., ticket_s_max: _Optional[int] = ...) -> None: ...

class Referrer(_message.Message):
    __slots__ = ("account", "share_bps")
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    SHARE_BPS_FIELD_NUMBER: _ClassVar[int]
    account: str
    share_bps: int
    def __init__(self, account: _Optional[str] = ..., share_bps: _Optional[int] = ...) -> None: ...

class Leg(_message.Message):
    __slots__ = ("kind", "recipient", "amount_wei")
    KIND_FIELD_NUMBER: _ClassVar[int]
    RECIPIENT_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_WEI_FIELD_NUMBER: _ClassVar[int]
    kind: LegKind
    recipient: str
    amount_wei: str
    def __init__(self, kind: _Optional[_Union[LegKind, str]] = ..., recipient: _Optional[str] = ..., amount_wei: _Optional[str] = ...) -> None: ...

class Quote(_message.Message):
    __slots__ = ("version", "protocol_fee_bps", "total_wei", "legs")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    PROTOCOL_FEE_BPS_FIELD_NUMBER: _ClassVar[int]
    TOTAL_WEI_FIELD_NUMBER: _ClassVar[int]
    LEGS_FIELD_NUMBER: _ClassVar[int]
    version: str
    protocol_fee_bps: int
    total_wei: str
    legs: _containers.RepeatedCompositeFieldContainer[Leg]
    def __init__(self, version: _Optional[str] = ..., protocol_fee_bps: _Optional[int] = ..., total_wei: _Optional[str] = ..., legs: _Optional[_Iterable[_Union[Leg, _Mapping]]] = ...) -> None: ...

class Prices(_message.Message):
    __slots__ = ("input_token_price_wei", "output_token_price_wei")
    INPUT_TOKEN_PRICE_WEI_FIELD_NUMBER: _ClassVar[int]
    OUTPUT_TOKEN_PRICE_WEI_FIELD_NUMBER: _ClassVar[int]
    input_token_price_wei: str
    output_token_price_wei: str
    def __init__(self, input_token_price_wei: _Optional[str] = ..., output_token_price_wei: _Optional[str] = ...) -> None: ...

class RevenueSplit(_message.Message):
    __slots__ = ("infrastructure", "author_bps", "infrastructure_bps", "referrer_bps")
    INFRASTRUCTURE_FIELD_NUMBER: _ClassVar[int]
    AUTHOR_BPS_FIELD_NUMBER: _ClassVar[int]
    INFRASTRUCTURE_BPS_FIELD_NUMBER: _ClassVar[int]
    REFERRER_BPS_FIELD_NUMBER: _ClassVar[int]
    infrastructure: str
    author_bps: int
    infrastructure_bps: int
    referrer_bps: int
    def __init__(self, infrastructure: _Optional[str] = ..., author_bps: _Optional[int] = ..., infrastructure_bps: _Optional[int] = ..., referrer_bps: _Optional[int] = ...) -> None: ...

class Terms(_message.Message):
    __slots__ = ("effective_s", "prices", "split")
    EFFECTIVE_S_FIELD_NUMBER: _ClassVar[int]
    PRICES_FIELD_NUMBER: _ClassVar[int]
    SPLIT_FIELD_NUMBER: _ClassVar[int]
    effective_s: int
    prices: Prices
    split: RevenueSplit
    def __init__(self, effective_s: _Optional[int] = ..., prices: _Optional[_Union[Prices, _Mapping]] = ..., split: _Optional[_Union[RevenueSplit, _Mapping]] = ...) -> None: ...

class Usage(_message.Message):
    __slots__ = ("payments", "input_tokens", "output_tokens", "charged_wei", "treasury_wei", "infrastructure_wei", "referrers_wei", "author_wei", "bases_wei", "data_wei")
    PAYMENTS_FIELD_NUMBER: _ClassVar[int]
    INPUT_TOKENS_FIELD_NUMBER: _ClassVar[int]
    OUTPUT_TOKENS_FIELD_NUMBER: _ClassVar[int]
    CHARGED_WEI_FIELD_NUMBER: _ClassVar[int]
    TREASURY_WEI_FIELD_NUMBER: _ClassVar[int]
    INFRASTRUCTURE_WEI_FIELD_NUMBER: _ClassVar[int]
    REFERRERS_WEI_FIELD_NUMBER: _ClassVar[int]
    AUTHOR_WEI_FIELD_NUMBER: _ClassVar[int]
    BASES_WEI_FIELD_NUMBER: _ClassVar[int]
    DATA_WEI_FIELD_NUMBER: _ClassVar[int]
    payments: str
    input_tokens: str
    output_tokens: str
    charged_wei: str
    treasury_wei: str
    infrastructure_wei: str
    referrers_wei: str
    author_wei: str
    bases_wei: str
    data_wei: str
    def __init__(self, payments: _Optional[str] = ..., input_tokens: _Optional[str] = ..., output_tokens: _Optional[str] = ..., charged_wei: _Optional[str] = ..., treasury_wei: _Optional[str] = ..., infrastructure_wei: _Optional[str] = ..., referrers_wei: _Optional[str] = ..., author_wei: _Optional[str] = ..., bases_wei: _Optional[str] = ..., data_wei: _Optional[str] = ...) -> None: ...

class Model(_message.Message):
    __slots__ = ("model_id", "author", "metadata_uri", "status", "registered_s", "deprecated_s", "versions", "terms", "usage")
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    AUTHOR_FIELD_NUMBER: _ClassVar[int]
    METADATA_URI_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    REGISTERED_S_FIELD_NUMBER: _ClassVar[int]
    DEPRECATED_S_FIELD_NUMBER: _ClassVar[int]
    VERSIONS_FIELD_NUMBER: _ClassVar[int]
    TERMS_FIELD_NUMBER: _ClassVar[int]
    USAGE_FIELD_NUMBER: _ClassVar[int]
    model_id: str
    author: str
    metadata_uri: str
    status: ModelStatus
    registered_s: int
    deprecated_s: int
    versions: str
    terms: Terms
    usage: Usage
    def __init__(self, model_id: _Optional[str] = ..., author: _Optional[str] = ..., metadata_uri: _Optional[str] = ..., status: _Optional[_Union[ModelStatus, str]] = ..., registered_s: _Optional[int] = ..., deprecated_s: _Optional[int] = ..., versions: _Optional[str] = ..., terms: _Optional[_Union[Terms, _Mapping]] = ..., usage: _Optional[_Union[Usage, _Mapping]] = ...) -> None: ...

class Meter(_message.Message):
    __slots__ = ("name", "price_wei", "scale")
    NAME_FIELD_NUMBER: _ClassVar[int]
    PRICE_WEI_FIELD_NUMBER: _ClassVar[int]
    SCALE_FIELD_NUMBER: _ClassVar[int]
    name: str
    price_wei: str
    scale: str
    def __init__(self, name: _Optional[str] = ..., price_wei: _Optional[str] = ..., scale: _Optional[str] = ...) -> None: ...

class Tariff(_message.Message):
    __slots__ = ("model", "model_id", "version", "protocol_fee_bps", "factor_bps", "requests_max", "window_s", "meters")
    MODEL_FIELD_NUMBER: _ClassVar[int]
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    PROTOCOL_FEE_BPS_FIELD_NUMBER: _ClassVar[int]
    FACTOR_BPS_FIELD_NUMBER: _ClassVar[int]
    REQUESTS_MAX_FIELD_NUMBER: _ClassVar[int]
    WINDOW_S_FIELD_NUMBER: _ClassVar[int]
    METERS_FIELD_NUMBER: _ClassVar[int]
    model: str
    model_id: str
    version: str
    protocol_fee_bps: int
    factor_bps: str
    requests_max: str
    window_s: int
    meters: _containers.RepeatedCompositeFieldContainer[Meter]
    def __init__(self, model: _Optional[str] = ..., model_id: _Optional[str] = ..., version: _Optional[str] = ..., protocol_fee_bps: _Optional[int] = ..., factor_bps: _Optional[str] = ..., requests_max: _Optional[str] = ..., window_s: _Optional[int] = ..., meters: _Optional[_Iterable[_Union[Meter, _Mapping]]] = ...) -> None: ...

class BaseShare(_message.Message):
    __slots__ = ("model_id", "share_bps")
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    SHARE_BPS_FIELD_NUMBER: _ClassVar[int]
    model_id: str
    share_bps: int
    def __init__(self, model_id: _Optional[str] = ..., share_bps: _Optional[int] = ...) -> None: ...

class DataShare(_message.Message):
    __slots__ = ("asset", "share_bps")
    ASSET_FIELD_NUMBER: _ClassVar[int]
    SHARE_BPS_FIELD_NUMBER: _ClassVar[int]
    asset: str
    share_bps: int
    def __init__(self, asset: _Optional[str] = ..., share_bps: _Optional[int] = ...) -> None: ...

class Band(_message.Message):
    __slots__ = ("capacity_wei", "low_bps", "high_bps", "step_bps", "floor_bps", "ceiling_bps")
    CAPACITY_WEI_FIELD_NUMBER: _ClassVar[int]
    LOW_BPS_FIELD_NUMBER: _ClassVar[int]
    HIGH_BPS_FIELD_NUMBER: _ClassVar[int]
    STEP_BPS_FIELD_NUMBER: _ClassVar[int]
    FLOOR_BPS_FIELD_NUMBER: _ClassVar[int]
    CEILING_BPS_FIELD_NUMBER: _ClassVar[int]
    capacity_wei: str
    low_bps: int
    high_bps: int
    step_bps: str
    floor_bps: str
    ceiling_bps: str
    def __init__(self, capacity_wei: _Optional[str] = ..., low_bps: _Optional[int] = ..., high_bps: _Optional[int] = ..., step_bps: _Optional[str] = ..., floor_bps: _Optional[str] = ..., ceiling_bps: _Optional[str] = ...) -> None: ...

class Conditions(_message.Message):
    __slots__ = ("meters", "bases", "data", "free_units", "free_period_s", "requests_max", "window_s", "policy", "band")
    METERS_FIELD_NUMBER: _ClassVar[int]
    BASES_FIELD_NUMBER: _ClassVar[int]
    DATA_FIELD_NUMBER: _ClassVar[int]
    FREE_UNITS_FIELD_NUMBER: _ClassVar[int]
    FREE_PERIOD_S_FIELD_NUMBER: _ClassVar[int]
    REQUESTS_MAX_FIELD_NUMBER: _ClassVar[int]
    WINDOW_S_FIELD_NUMBER: _ClassVar[int]
    POLICY_FIELD_NUMBER: _ClassVar[int]
    BAND_FIELD_NUMBER: _ClassVar[int]
    meters: _containers.RepeatedCompositeFieldContainer[Meter]
    bases: _containers.RepeatedCompositeFieldContainer[BaseShare]
    data: _containers.RepeatedCompositeFieldContainer[DataShare]
    free_units: _containers.RepeatedScalarFieldContainer[str]
    free_period_s: int
    requests_max: str
    window_s: int
    policy: str
    band: Band
    def __init__(self, meters: _Optional[_Iterable[_Union[Meter, _Mapping]]] = ..., bases: _Optional[_Iterable[_Union[BaseShare, _Mapping]]] = ..., data: _Optional[_Iterable[_Union[DataShare, _Mapping]]] = ..., free_units: _Optional[_Iterable[str]] = ..., free_period_s: _Optional[int] = ..., requests_max: _Optional[str] = ..., window_s: _Optional[int] = ..., policy: _Optional[str] = ..., band: _Optional[_Union[Band, _Mapping]] = ...) -> None: ...

class Demand(_message.Message):
    __slots__ = ("since_s", "value_wei", "factor_bps")
    SINCE_S_FIELD_NUMBER: _ClassVar[int]
    VALUE_WEI_FIELD_NUMBER: _ClassVar[int]
    FACTOR_BPS_FIELD_NUMBER: _ClassVar[int]
    since_s: int
    value_wei: str
    factor_bps: str
    def __init__(self, since_s: _Optional[int] = ..., value_wei: _Optional[str] = ..., factor_bps: _Optional[str] = ...) -> None: ...

class Use(_message.Message):
    __slots__ = ("payments", "requests", "charged_wei", "units")
    PAYMENTS_FIELD_NUMBER: _ClassVar[int]
    REQUESTS_FIELD_NUMBER: _ClassVar[int]
    CHARGED_WEI_FIELD_NUMBER: _ClassVar[int]
    UNITS_FIELD_NUMBER: _ClassVar[int]
    payments: str
    requests: str
    charged_wei: str
    units: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, payments: _Optional[str] = ..., requests: _Optional[str] = ..., charged_wei: _Optional[str] = ..., units: _Optional[_Iterable[str]] = ...) -> None: ...

class Cap(_message.Message):
    __slots__ = ("referrer", "cap_wei", "period_s")
    REFERRER_FIELD_NUMBER: _ClassVar[int]
    CAP_WEI_FIELD_NUMBER: _ClassVar[int]
    PERIOD_S_FIELD_NUMBER: _ClassVar[int]
    referrer: str
    cap_wei: str
    period_s: int
    def __init__(self, referrer: _Optional[str] = ..., cap_wei: _Optional[str] = ..., period_s: _Optional[int] = ...) -> None: ...

class Channel(_message.Message):
    __slots__ = ("number", "state", "payer", "payee", "epoch", "session_s", "expires_s", "deadline_s", "deposit_wei", "paid_wei", "left_wei", "tariffs", "cap")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    PAYER_FIELD_NUMBER: _ClassVar[int]
    PAYEE_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    SESSION_S_FIELD_NUMBER: _ClassVar[int]
    EXPIRES_S_FIELD_NUMBER: _ClassVar[int]
    DEADLINE_S_FIELD_NUMBER: _ClassVar[int]
    DEPOSIT_WEI_FIELD_NUMBER: _ClassVar[int]
    PAID_WEI_FIELD_NUMBER: _ClassVar[int]
    LEFT_WEI_FIELD_NUMBER: _ClassVar[int]
    TARIFFS_FIELD_NUMBER: _ClassVar[int]
    CAP_FIELD_NUMBER: _ClassVar[int]
    number: str
    state: ChannelState
    payer: str
    payee: str
    epoch: str
    session_s: int
    expires_s: int
    deadline_s: int
    deposit_wei: str
    paid_wei: str
    left_wei: str
    tariffs: _containers.RepeatedScalarFieldContainer[str]
    cap: Cap
    def __init__(self, number: _Optional[str] = ..., state: _Optional[_Union[ChannelState, str]] = ..., payer: _Optional[str] = ..., payee: _Optional[str] = ..., epoch: _Optional[str] = ..., session_s: _Optional[int] = ..., expires_s: _Optional[int] = ..., deadline_s: _Optional[int] = ..., deposit_wei: _Optional[str] = ..., paid_wei: _Optional[str] = ..., left_wei: _Optional[str] = ..., tariffs: _Optional[_Iterable[str]] = ..., cap: _Optional[_Union[Cap, _Mapping]] = ...) -> None: ...

class Lane(_message.Message):
    __slots__ = ("nonce", "requests", "units", "amount_wei", "redeemed_s", "receipt_root")
    NONCE_FIELD_NUMBER: _ClassVar[int]
    REQUESTS_FIELD_NUMBER: _ClassVar[int]
    UNITS_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_WEI_FIELD_NUMBER: _ClassVar[int]
    REDEEMED_S_FIELD_NUMBER: _ClassVar[int]
    RECEIPT_ROOT_FIELD_NUMBER: _ClassVar[int]
    nonce: str
    requests: str
    units: _containers.RepeatedScalarFieldContainer[str]
    amount_wei: str
    redeemed_s: int
    receipt_root: bytes
    def __init__(self, nonce: _Optional[str] = ..., requests: _Optional[str] = ..., units: _Optional[_Iterable[str]] = ..., amount_wei: _Optional[str] = ..., redeemed_s: _Optional[int] = ..., receipt_root: _Optional[bytes] = ...) -> None: ...

class Grant(_message.Message):
    __slots__ = ("cap_wei", "period_s", "granted_s", "ends_s", "spent_wei", "models")
    CAP_WEI_FIELD_NUMBER: _ClassVar[int]
    PERIOD_S_FIELD_NUMBER: _ClassVar[int]
    GRANTED_S_FIELD_NUMBER: _ClassVar[int]
    ENDS_S_FIELD_NUMBER: _ClassVar[int]
    SPENT_WEI_FIELD_NUMBER: _ClassVar[int]
    MODELS_FIELD_NUMBER: _ClassVar[int]
    cap_wei: str
    period_s: int
    granted_s: int
    ends_s: int
    spent_wei: str
    models: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, cap_wei: _Optional[str] = ..., period_s: _Optional[int] = ..., granted_s: _Optional[int] = ..., ends_s: _Optional[int] = ..., spent_wei: _Optional[str] = ..., models: _Optional[_Iterable[str]] = ...) -> None: ...

class Dispute(_message.Message):
    __slots__ = ("state", "payer", "provider", "lane", "tariff", "requests", "from_wei", "until_wei", "root", "seed", "samples", "answered", "multiplier_bps", "locked_wei", "stake_wei", "deadline_s", "since_at", "claim")
    STATE_FIELD_NUMBER: _ClassVar[int]
    PAYER_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_FIELD_NUMBER: _ClassVar[int]
    LANE_FIELD_NUMBER: _ClassVar[int]
    TARIFF_FIELD_NUMBER: _ClassVar[int]
    REQUESTS_FIELD_NUMBER: _ClassVar[int]
    FROM_WEI_FIELD_NUMBER: _ClassVar[int]
    UNTIL_WEI_FIELD_NUMBER: _ClassVar[int]
    ROOT_FIELD_NUMBER: _ClassVar[int]
    SEED_FIELD_NUMBER: _ClassVar[int]
    SAMPLES_FIELD_NUMBER: _ClassVar[int]
    ANSWERED_FIELD_NUMBER: _ClassVar[int]
    MULTIPLIER_BPS_FIELD_NUMBER: _ClassVar[int]
    LOCKED_WEI_FIELD_NUMBER: _ClassVar[int]
    STAKE_WEI_FIELD_NUMBER: _ClassVar[int]
    DEADLINE_S_FIELD_NUMBER: _ClassVar[int]
    SINCE_AT_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    state: DisputeState
    payer: str
    provider: str
    lane: str
    tariff: str
    requests: str
    from_wei: str
    until_wei: str
    root: str
    seed: bytes
    samples: str
    answered: str
    multiplier_bps: str
    locked_wei: str
    stake_wei: str
    deadline_s: int
    since_at: int
    claim: str
    def __init__(self, state: _Optional[_Union[DisputeState, str]] = ..., payer: _Optional[str] = ..., provider: _Optional[str] = ..., lane: _Optional[str] = ..., tariff: _Optional[str] = ..., requests: _Optional[str] = ..., from_wei: _Optional[str] = ..., until_wei: _Optional[str] = ..., root: _Optional[str] = ..., seed: _Optional[bytes] = ..., samples: _Optional[str] = ..., answered: _Optional[str] = ..., multiplier_bps: _Optional[str] = ..., locked_wei: _Optional[str] = ..., stake_wei: _Optional[str] = ..., deadline_s: _Optional[int] = ..., since_at: _Optional[int] = ..., claim: _Optional[str] = ...) -> None: ...

class Bond(_message.Message):
    __slots__ = ("free_wei", "locked_wei", "leaving_wei", "leaves_s")
    FREE_WEI_FIELD_NUMBER: _ClassVar[int]
    LOCKED_WEI_FIELD_NUMBER: _ClassVar[int]
    LEAVING_WEI_FIELD_NUMBER: _ClassVar[int]
    LEAVES_S_FIELD_NUMBER: _ClassVar[int]
    free_wei: str
    locked_wei: str
    leaving_wei: str
    leaves_s: int
    def __init__(self, free_wei: _Optional[str] = ..., locked_wei: _Optional[str] = ..., leaving_wei: _Optional[str] = ..., leaves_s: _Optional[int] = ...) -> None: ...

class TicketFund(_message.Message):
    __slots__ = ("state", "deposit_wei", "reserved_wei", "unlocks_s")
    STATE_FIELD_NUMBER: _ClassVar[int]
    DEPOSIT_WEI_FIELD_NUMBER: _ClassVar[int]
    RESERVED_WEI_FIELD_NUMBER: _ClassVar[int]
    UNLOCKS_S_FIELD_NUMBER: _ClassVar[int]
    state: FundState
    deposit_wei: str
    reserved_wei: str
    unlocks_s: int
    def __init__(self, state: _Optional[_Union[FundState, str]] = ..., deposit_wei: _Optional[str] = ..., reserved_wei: _Optional[str] = ..., unlocks_s: _Optional[int] = ...) -> None: ...

class Ticket(_message.Message):
    __slots__ = ("sender", "recipient", "model", "face_wei", "win_threshold", "nonce", "recipient_seal", "expires_s")
    SENDER_FIELD_NUMBER: _ClassVar[int]
    RECIPIENT_FIELD_NUMBER: _ClassVar[int]
    MODEL_FIELD_NUMBER: _ClassVar[int]
    FACE_WEI_FIELD_NUMBER: _ClassVar[int]
    WIN_THRESHOLD_FIELD_NUMBER: _ClassVar[int]
    NONCE_FIELD_NUMBER: _ClassVar[int]
    RECIPIENT_SEAL_FIELD_NUMBER: _ClassVar[int]
    EXPIRES_S_FIELD_NUMBER: _ClassVar[int]
    sender: str
    recipient: str
    model: str
    face_wei: str
    win_threshold: str
    nonce: str
    recipient_seal: bytes
    expires_s: str
    def __init__(self, sender: _Optional[str] = ..., recipient: _Optional[str] = ..., model: _Optional[str] = ..., face_wei: _Optional[str] = ..., win_threshold: _Optional[str] = ..., nonce: _Optional[str] = ..., recipient_seal: _Optional[bytes] = ..., expires_s: _Optional[str] = ...) -> None: ...

class UnitPrice(_message.Message):
    __slots__ = ("price_wei", "scale")
    PRICE_WEI_FIELD_NUMBER: _ClassVar[int]
    SCALE_FIELD_NUMBER: _ClassVar[int]
    price_wei: str
    scale: str
    def __init__(self, price_wei: _Optional[str] = ..., scale: _Optional[str] = ...) -> None: ...

class ModelLimit(_message.Message):
    __slots__ = ("model_id", "prices_max")
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    PRICES_MAX_FIELD_NUMBER: _ClassVar[int]
    model_id: str
    prices_max: _containers.RepeatedCompositeFieldContainer[UnitPrice]
    def __init__(self, model_id: _Optional[str] = ..., prices_max: _Optional[_Iterable[_Union[UnitPrice, _Mapping]]] = ...) -> None: ...

class SessionTerms(_message.Message):
    __slots__ = ("payee", "models", "cap_wei", "period_s", "expires_s", "referrer")
    PAYEE_FIELD_NUMBER: _ClassVar[int]
    MODELS_FIELD_NUMBER: _ClassVar[int]
    CAP_WEI_FIELD_NUMBER: _ClassVar[int]
    PERIOD_S_FIELD_NUMBER: _ClassVar[int]
    EXPIRES_S_FIELD_NUMBER: _ClassVar[int]
    REFERRER_FIELD_NUMBER: _ClassVar[int]
    payee: str
    models: _containers.RepeatedCompositeFieldContainer[ModelLimit]
    cap_wei: str
    period_s: int
    expires_s: int
    referrer: str
    def __init__(self, payee: _Optional[str] = ..., models: _Optional[_Iterable[_Union[ModelLimit, _Mapping]]] = ..., cap_wei: _Optional[str] = ..., period_s: _Optional[int] = ..., expires_s: _Optional[int] = ..., referrer: _Optional[str] = ...) -> None: ...

class Voucher(_message.Message):
    __slots__ = ("channel", "epoch", "lane", "nonce", "requests", "units_0", "units_1", "units_2", "units_3", "units_4", "units_5", "amount_wei", "receipt_root")
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    LANE_FIELD_NUMBER: _ClassVar[int]
    NONCE_FIELD_NUMBER: _ClassVar[int]
    REQUESTS_FIELD_NUMBER: _ClassVar[int]
    UNITS_0_FIELD_NUMBER: _ClassVar[int]
    UNITS_1_FIELD_NUMBER: _ClassVar[int]
    UNITS_2_FIELD_NUMBER: _ClassVar[int]
    UNITS_3_FIELD_NUMBER: _ClassVar[int]
    UNITS_4_FIELD_NUMBER: _ClassVar[int]
    UNITS_5_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_WEI_FIELD_NUMBER: _ClassVar[int]
    RECEIPT_ROOT_FIELD_NUMBER: _ClassVar[int]
    channel: str
    epoch: str
    lane: str
    nonce: str
    requests: str
    units_0: str
    units_1: str
    units_2: str
    units_3: str
    units_4: str
    units_5: str
    amount_wei: str
    receipt_root: bytes
    def __init__(self, channel: _Optional[str] = ..., epoch: _Optional[str] = ..., lane: _Optional[str] = ..., nonce: _Optional[str] = ..., requests: _Optional[str] = ..., units_0: _Optional[str] = ..., units_1: _Optional[str] = ..., units_2: _Optional[str] = ..., units_3: _Optional[str] = ..., units_4: _Optional[str] = ..., units_5: _Optional[str] = ..., amount_wei: _Optional[str] = ..., receipt_root: _Optional[bytes] = ...) -> None: ...

class Receipt(_message.Message):
    __slots__ = ("channel", "epoch", "lane", "index", "version", "before_wei", "amount_wei", "units_0", "units_1", "units_2", "units_3", "units_4", "units_5", "request")
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    LANE_FIELD_NUMBER: _ClassVar[int]
    INDEX_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    BEFORE_WEI_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_WEI_FIELD_NUMBER: _ClassVar[int]
    UNITS_0_FIELD_NUMBER: _ClassVar[int]
    UNITS_1_FIELD_NUMBER: _ClassVar[int]
    UNITS_2_FIELD_NUMBER: _ClassVar[int]
    UNITS_3_FIELD_NUMBER: _ClassVar[int]
    UNITS_4_FIELD_NUMBER: _ClassVar[int]
    UNITS_5_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    channel: str
    epoch: str
    lane: str
    index: str
    version: str
    before_wei: str
    amount_wei: str
    units_0: str
    units_1: str
    units_2: str
    units_3: str
    units_4: str
    units_5: str
    request: bytes
    def __init__(self, channel: _Optional[str] = ..., epoch: _Optional[str] = ..., lane: _Optional[str] = ..., index: _Optional[str] = ..., version: _Optional[str] = ..., before_wei: _Optional[str] = ..., amount_wei: _Optional[str] = ..., units_0: _Optional[str] = ..., units_1: _Optional[str] = ..., units_2: _Optional[str] = ..., units_3: _Optional[str] = ..., units_4: _Optional[str] = ..., units_5: _Optional[str] = ..., request: _Optional[bytes] = ...) -> None: ...

class Opening(_message.Message):
    __slots__ = ("sample", "receipt", "path")
    SAMPLE_FIELD_NUMBER: _ClassVar[int]
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    sample: str
    receipt: Receipt
    path: _containers.RepeatedScalarFieldContainer[bytes]
    def __init__(self, sample: _Optional[str] = ..., receipt: _Optional[_Union[Receipt, _Mapping]] = ..., path: _Optional[_Iterable[bytes]] = ...) -> None: ...
