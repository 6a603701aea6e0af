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

class ModelStatus(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    MODEL_STATUS_REGISTERED: _ClassVar[ModelStatus]
    MODEL_STATUS_ACTIVE: _ClassVar[ModelStatus]
    MODEL_STATUS_DEPRECATED: _ClassVar[ModelStatus]
    MODEL_STATUS_RETIRED: _ClassVar[ModelStatus]
LEG_KIND_TREASURY: LegKind
LEG_KIND_INFRASTRUCTURE: LegKind
LEG_KIND_REFERRER: LegKind
LEG_KIND_AUTHOR: LegKind
MODEL_STATUS_REGISTERED: ModelStatus
MODEL_STATUS_ACTIVE: ModelStatus
MODEL_STATUS_DEPRECATED: ModelStatus
MODEL_STATUS_RETIRED: ModelStatus

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

class ModelFeesParams(_message.Message):
    __slots__ = ("protocol_fee_bps", "price_notice_s")
    PROTOCOL_FEE_BPS_FIELD_NUMBER: _ClassVar[int]
    PRICE_NOTICE_S_FIELD_NUMBER: _ClassVar[int]
    protocol_fee_bps: int
    price_notice_s: int
    def __init__(self, protocol_fee_bps: _Optional[int] = ..., price_notice_s: _Optional[int] = ...) -> None: ...

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
    __slots__ = ("payments", "input_tokens", "output_tokens", "charged_wei", "treasury_wei", "infrastructure_wei", "referrers_wei", "author_wei")
    PAYMENTS_FIELD_NUMBER: _ClassVar[int]
    INPUT_TOKENS_FIELD_NUMBER: _ClassVar[int]
    OUTPUT_TOKENS_FIELD_NUMBER: _ClassVar[int]
    CHARGED_WEI_FIELD_NUMBER: _ClassVar[int]
    TREASURY_WEI_FIELD_NUMBER: _ClassVar[int]
    INFRASTRUCTURE_WEI_FIELD_NUMBER: _ClassVar[int]
    REFERRERS_WEI_FIELD_NUMBER: _ClassVar[int]
    AUTHOR_WEI_FIELD_NUMBER: _ClassVar[int]
    payments: str
    input_tokens: str
    output_tokens: str
    charged_wei: str
    treasury_wei: str
    infrastructure_wei: str
    referrers_wei: str
    author_wei: str
    def __init__(self, payments: _Optional[str] = ..., input_tokens: _Optional[str] = ..., output_tokens: _Optional[str] = ..., charged_wei: _Optional[str] = ..., treasury_wei: _Optional[str] = ..., infrastructure_wei: _Optional[str] = ..., referrers_wei: _Optional[str] = ..., author_wei: _Optional[str] = ...) -> None: ...

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
