from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class StatusRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class StatusResponse(_message.Message):
    __slots__ = ("client_version", "chain_id", "genesis_hash", "head_height", "head_hash", "head_time_ms", "oldest_state_height", "next_base_fee_wei", "is_syncing", "target_height", "peer_count", "validator")
    CLIENT_VERSION_FIELD_NUMBER: _ClassVar[int]
    CHAIN_ID_FIELD_NUMBER: _ClassVar[int]
    GENESIS_HASH_FIELD_NUMBER: _ClassVar[int]
    HEAD_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    HEAD_HASH_FIELD_NUMBER: _ClassVar[int]
    HEAD_TIME_MS_FIELD_NUMBER: _ClassVar[int]
    OLDEST_STATE_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    NEXT_BASE_FEE_WEI_FIELD_NUMBER: _ClassVar[int]
    IS_SYNCING_FIELD_NUMBER: _ClassVar[int]
    TARGET_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    PEER_COUNT_FIELD_NUMBER: _ClassVar[int]
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    client_version: str
    chain_id: int
    genesis_hash: bytes
    head_height: int
    head_hash: bytes
    head_time_ms: int
    oldest_state_height: int
    next_base_fee_wei: str
    is_syncing: bool
    target_height: int
    peer_count: int
    validator: str
    def __init__(self, client_version: _Optional[str] = ..., chain_id: _Optional[int] = ..., genesis_hash: _Optional[bytes] = ..., head_height: _Optional[int] = ..., head_hash: _Optional[bytes] = ..., head_time_ms: _Optional[int] = ..., oldest_state_height: _Optional[int] = ..., next_base_fee_wei: _Optional[str] = ..., is_syncing: _Optional[bool] = ..., target_height: _Optional[int] = ..., peer_count: _Optional[int] = ..., validator: _Optional[str] = ...) -> None: ...

class ValidatorsRequest(_message.Message):
    __slots__ = ("height",)
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    height: int
    def __init__(self, height: _Optional[int] = ...) -> None: ...

class ValidatorsResponse(_message.Message):
    __slots__ = ("height", "validators", "total_power", "hash")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    VALIDATORS_FIELD_NUMBER: _ClassVar[int]
    TOTAL_POWER_FIELD_NUMBER: _ClassVar[int]
    HASH_FIELD_NUMBER: _ClassVar[int]
    height: int
    validators: _containers.RepeatedCompositeFieldContainer[Validator]
    total_power: int
    hash: bytes
    def __init__(self, height: _Optional[int] = ..., validators: _Optional[_Iterable[_Union[Validator, _Mapping]]] = ..., total_power: _Optional[int] = ..., hash: _Optional[bytes] = ...) -> None: ...

class Validator(_message.Message):
    __slots__ = ("address", "power")
    ADDRESS_FIELD_NUMBER: _ClassVar[int]
    POWER_FIELD_NUMBER: _ClassVar[int]
    address: str
    power: int
    def __init__(self, address: _Optional[str] = ..., power: _Optional[int] = ...) -> None: ...

class PeersRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class PeersResponse(_message.Message):
    __slots__ = ("count",)
    COUNT_FIELD_NUMBER: _ClassVar[int]
    count: int
    def __init__(self, count: _Optional[int] = ...) -> None: ...
