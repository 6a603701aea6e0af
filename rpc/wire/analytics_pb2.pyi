from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Market(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    MARKET_ALL: _ClassVar[Market]
    MARKET_COMPUTE: _ClassVar[Market]
    MARKET_DEVICES: _ClassVar[Market]
    MARKET_VERIFICATION: _ClassVar[Market]
    MARKET_MODELS: _ClassVar[Market]
    MARKET_DATA: _ClassVar[Market]

class Leg(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    LEG_SUPPLIER: _ClassVar[Leg]
    LEG_INFRASTRUCTURE: _ClassVar[Leg]
    LEG_REFERRER: _ClassVar[Leg]
    LEG_CONTRIBUTOR: _ClassVar[Leg]
    LEG_VERIFIER: _ClassVar[Leg]
    LEG_TREASURY: _ClassVar[Leg]
    LEG_BURNED: _ClassVar[Leg]
MARKET_ALL: Market
MARKET_COMPUTE: Market
MARKET_DEVICES: Market
MARKET_VERIFICATION: Market
MARKET_MODELS: Market
MARKET_DATA: Market
LEG_SUPPLIER: Leg
LEG_INFRASTRUCTURE: Leg
LEG_REFERRER: Leg
LEG_CONTRIBUTOR: Leg
LEG_VERIFIER: Leg
LEG_TREASURY: Leg
LEG_BURNED: Leg

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
    result: AnalyticsParams
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[AnalyticsParams, _Mapping]] = ...) -> None: ...

class CurrentEpochRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class CurrentEpochResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: EpochView
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[EpochView, _Mapping]] = ...) -> None: ...

class EpochRequest(_message.Message):
    __slots__ = ("at_height", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    number: str
    def __init__(self, at_height: _Optional[int] = ..., number: _Optional[str] = ...) -> None: ...

class EpochResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: EpochView
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[EpochView, _Mapping]] = ...) -> None: ...

class HistoryRequest(_message.Message):
    __slots__ = ("at_height", "first", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    FIRST_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    first: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., first: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class HistoryResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[EpochView]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[EpochView, _Mapping]]] = ...) -> None: ...

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
    result: Tally
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Tally, _Mapping]] = ...) -> None: ...

class MarketTotalsRequest(_message.Message):
    __slots__ = ("at_height", "market")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    MARKET_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    market: Market
    def __init__(self, at_height: _Optional[int] = ..., market: _Optional[_Union[Market, str]] = ...) -> None: ...

class MarketTotalsResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Tally
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Tally, _Mapping]] = ...) -> None: ...

class MarketEpochRequest(_message.Message):
    __slots__ = ("at_height", "market", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    MARKET_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    market: Market
    number: str
    def __init__(self, at_height: _Optional[int] = ..., market: _Optional[_Union[Market, str]] = ..., number: _Optional[str] = ...) -> None: ...

class MarketEpochResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Tally
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Tally, _Mapping]] = ...) -> None: ...

class ActivePayersRequest(_message.Message):
    __slots__ = ("at_height", "market", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    MARKET_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    market: Market
    number: str
    def __init__(self, at_height: _Optional[int] = ..., market: _Optional[_Union[Market, str]] = ..., number: _Optional[str] = ...) -> None: ...

class ActivePayersResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class RevenueRequest(_message.Message):
    __slots__ = ("at_height", "market", "leg")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    MARKET_FIELD_NUMBER: _ClassVar[int]
    LEG_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    market: Market
    leg: Leg
    def __init__(self, at_height: _Optional[int] = ..., market: _Optional[_Union[Market, str]] = ..., leg: _Optional[_Union[Leg, str]] = ...) -> None: ...

class RevenueResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class ChargedRequest(_message.Message):
    __slots__ = ("at_height", "market")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    MARKET_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    market: Market
    def __init__(self, at_height: _Optional[int] = ..., market: _Optional[_Union[Market, str]] = ...) -> None: ...

class ChargedResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class RatesRequest(_message.Message):
    __slots__ = ("at_height", "market")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    MARKET_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    market: Market
    def __init__(self, at_height: _Optional[int] = ..., market: _Optional[_Union[Market, str]] = ...) -> None: ...

class RatesResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Rates
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Rates, _Mapping]] = ...) -> None: ...

class UtilisationRequest(_message.Message):
    __slots__ = ("at_height", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    number: str
    def __init__(self, at_height: _Optional[int] = ..., number: _Optional[str] = ...) -> None: ...

class UtilisationResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Utilisation
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Utilisation, _Mapping]] = ...) -> None: ...

class AnalyticsParams(_message.Message):
    __slots__ = ("epoch_blocks",)
    EPOCH_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    epoch_blocks: int
    def __init__(self, epoch_blocks: _Optional[int] = ...) -> None: ...

class Epoch(_message.Message):
    __slots__ = ("began_at", "ended_at", "began_s", "ended_s", "minted_wei", "burned_wei", "supply_wei", "slots_busy", "slots_declared", "devices_ready", "devices_bonded")
    BEGAN_AT_FIELD_NUMBER: _ClassVar[int]
    ENDED_AT_FIELD_NUMBER: _ClassVar[int]
    BEGAN_S_FIELD_NUMBER: _ClassVar[int]
    ENDED_S_FIELD_NUMBER: _ClassVar[int]
    MINTED_WEI_FIELD_NUMBER: _ClassVar[int]
    BURNED_WEI_FIELD_NUMBER: _ClassVar[int]
    SUPPLY_WEI_FIELD_NUMBER: _ClassVar[int]
    SLOTS_BUSY_FIELD_NUMBER: _ClassVar[int]
    SLOTS_DECLARED_FIELD_NUMBER: _ClassVar[int]
    DEVICES_READY_FIELD_NUMBER: _ClassVar[int]
    DEVICES_BONDED_FIELD_NUMBER: _ClassVar[int]
    began_at: int
    ended_at: int
    began_s: int
    ended_s: int
    minted_wei: str
    burned_wei: str
    supply_wei: str
    slots_busy: str
    slots_declared: str
    devices_ready: str
    devices_bonded: str
    def __init__(self, began_at: _Optional[int] = ..., ended_at: _Optional[int] = ..., began_s: _Optional[int] = ..., ended_s: _Optional[int] = ..., minted_wei: _Optional[str] = ..., burned_wei: _Optional[str] = ..., supply_wei: _Optional[str] = ..., slots_busy: _Optional[str] = ..., slots_declared: _Optional[str] = ..., devices_ready: _Optional[str] = ..., devices_bonded: _Optional[str] = ...) -> None: ...

class Tally(_message.Message):
    __slots__ = ("payments", "uses", "payers", "active_payers", "supplier_wei", "treasury_wei", "burned_wei", "infrastructure_wei", "contributor_wei", "referrer_wei", "verifier_wei", "refunded_wei", "refunds", "disputes", "disputes_lost", "disputes_won")
    PAYMENTS_FIELD_NUMBER: _ClassVar[int]
    USES_FIELD_NUMBER: _ClassVar[int]
    PAYERS_FIELD_NUMBER: _ClassVar[int]
    ACTIVE_PAYERS_FIELD_NUMBER: _ClassVar[int]
    SUPPLIER_WEI_FIELD_NUMBER: _ClassVar[int]
    TREASURY_WEI_FIELD_NUMBER: _ClassVar[int]
    BURNED_WEI_FIELD_NUMBER: _ClassVar[int]
    INFRASTRUCTURE_WEI_FIELD_NUMBER: _ClassVar[int]
    CONTRIBUTOR_WEI_FIELD_NUMBER: _ClassVar[int]
    REFERRER_WEI_FIELD_NUMBER: _ClassVar[int]
    VERIFIER_WEI_FIELD_NUMBER: _ClassVar[int]
    REFUNDED_WEI_FIELD_NUMBER: _ClassVar[int]
    REFUNDS_FIELD_NUMBER: _ClassVar[int]
    DISPUTES_FIELD_NUMBER: _ClassVar[int]
    DISPUTES_LOST_FIELD_NUMBER: _ClassVar[int]
    DISPUTES_WON_FIELD_NUMBER: _ClassVar[int]
    payments: str
    uses: str
    payers: str
    active_payers: str
    supplier_wei: str
    treasury_wei: str
    burned_wei: str
    infrastructure_wei: str
    contributor_wei: str
    referrer_wei: str
    verifier_wei: str
    refunded_wei: str
    refunds: str
    disputes: str
    disputes_lost: str
    disputes_won: str
    def __init__(self, payments: _Optional[str] = ..., uses: _Optional[str] = ..., payers: _Optional[str] = ..., active_payers: _Optional[str] = ..., supplier_wei: _Optional[str] = ..., treasury_wei: _Optional[str] = ..., burned_wei: _Optional[str] = ..., infrastructure_wei: _Optional[str] = ..., contributor_wei: _Optional[str] = ..., referrer_wei: _Optional[str] = ..., verifier_wei: _Optional[str] = ..., refunded_wei: _Optional[str] = ..., refunds: _Optional[str] = ..., disputes: _Optional[str] = ..., disputes_lost: _Optional[str] = ..., disputes_won: _Optional[str] = ...) -> None: ...

class EpochView(_message.Message):
    __slots__ = ("number", "epoch", "tally")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    TALLY_FIELD_NUMBER: _ClassVar[int]
    number: str
    epoch: Epoch
    tally: Tally
    def __init__(self, number: _Optional[str] = ..., epoch: _Optional[_Union[Epoch, _Mapping]] = ..., tally: _Optional[_Union[Tally, _Mapping]] = ...) -> None: ...

class Rates(_message.Message):
    __slots__ = ("disputed_bps", "lost_bps", "refunded_bps")
    DISPUTED_BPS_FIELD_NUMBER: _ClassVar[int]
    LOST_BPS_FIELD_NUMBER: _ClassVar[int]
    REFUNDED_BPS_FIELD_NUMBER: _ClassVar[int]
    disputed_bps: str
    lost_bps: str
    refunded_bps: str
    def __init__(self, disputed_bps: _Optional[str] = ..., lost_bps: _Optional[str] = ..., refunded_bps: _Optional[str] = ...) -> None: ...

class Utilisation(_message.Message):
    __slots__ = ("compute_bps", "devices_bps")
    COMPUTE_BPS_FIELD_NUMBER: _ClassVar[int]
    DEVICES_BPS_FIELD_NUMBER: _ClassVar[int]
    compute_bps: str
    devices_bps: str
    def __init__(self, compute_bps: _Optional[str] = ..., devices_bps: _Optional[str] = ...) -> None: ...
