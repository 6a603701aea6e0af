from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Step(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    STEP_NEW_HEIGHT: _ClassVar[Step]
    STEP_PROPOSE: _ClassVar[Step]
    STEP_PREVOTE: _ClassVar[Step]
    STEP_PRECOMMIT: _ClassVar[Step]
    STEP_DECIDED: _ClassVar[Step]
STEP_NEW_HEIGHT: Step
STEP_PROPOSE: Step
STEP_PREVOTE: Step
STEP_PRECOMMIT: Step
STEP_DECIDED: Step

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
    __slots__ = ("height", "page_size", "page_token")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    height: int
    page_size: int
    page_token: str
    def __init__(self, height: _Optional[int] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ValidatorsResponse(_message.Message):
    __slots__ = ("height", "validators", "total_power", "hash", "next_page_token")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    VALIDATORS_FIELD_NUMBER: _ClassVar[int]
    TOTAL_POWER_FIELD_NUMBER: _ClassVar[int]
    HASH_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    height: int
    validators: _containers.RepeatedCompositeFieldContainer[Validator]
    total_power: int
    hash: bytes
    next_page_token: str
    def __init__(self, height: _Optional[int] = ..., validators: _Optional[_Iterable[_Union[Validator, _Mapping]]] = ..., total_power: _Optional[int] = ..., hash: _Optional[bytes] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class Validator(_message.Message):
    __slots__ = ("address", "power")
    ADDRESS_FIELD_NUMBER: _ClassVar[int]
    POWER_FIELD_NUMBER: _ClassVar[int]
    address: str
    power: int
    def __init__(self, address: _Optional[str] = ..., power: _Optional[int] = ...) -> None: ...

class PeersRequest(_message.Message):
    __slots__ = ("page_size", "page_token")
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    page_size: int
    page_token: str
    def __init__(self, page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class PeersResponse(_message.Message):
    __slots__ = ("count", "peers", "next_page_token")
    COUNT_FIELD_NUMBER: _ClassVar[int]
    PEERS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    count: int
    peers: _containers.RepeatedCompositeFieldContainer[Peer]
    next_page_token: str
    def __init__(self, count: _Optional[int] = ..., peers: _Optional[_Iterable[_Union[Peer, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class Peer(_message.Message):
    __slots__ = ("identity", "address", "is_outbound", "connected_ms", "sent_bytes", "received_bytes", "fault_points", "height", "oldest_height")
    IDENTITY_FIELD_NUMBER: _ClassVar[int]
    ADDRESS_FIELD_NUMBER: _ClassVar[int]
    IS_OUTBOUND_FIELD_NUMBER: _ClassVar[int]
    CONNECTED_MS_FIELD_NUMBER: _ClassVar[int]
    SENT_BYTES_FIELD_NUMBER: _ClassVar[int]
    RECEIVED_BYTES_FIELD_NUMBER: _ClassVar[int]
    FAULT_POINTS_FIELD_NUMBER: _ClassVar[int]
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    OLDEST_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    identity: str
    address: str
    is_outbound: bool
    connected_ms: int
    sent_bytes: int
    received_bytes: int
    fault_points: int
    height: int
    oldest_height: int
    def __init__(self, identity: _Optional[str] = ..., address: _Optional[str] = ..., is_outbound: _Optional[bool] = ..., connected_ms: _Optional[int] = ..., sent_bytes: _Optional[int] = ..., received_bytes: _Optional[int] = ..., fault_points: _Optional[int] = ..., height: _Optional[int] = ..., oldest_height: _Optional[int] = ...) -> None: ...

class ConsensusRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ConsensusResponse(_message.Message):
    __slots__ = ("height", "round", "step", "proposer", "locked", "valid", "total_power", "rounds")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    STEP_FIELD_NUMBER: _ClassVar[int]
    PROPOSER_FIELD_NUMBER: _ClassVar[int]
    LOCKED_FIELD_NUMBER: _ClassVar[int]
    VALID_FIELD_NUMBER: _ClassVar[int]
    TOTAL_POWER_FIELD_NUMBER: _ClassVar[int]
    ROUNDS_FIELD_NUMBER: _ClassVar[int]
    height: int
    round: int
    step: Step
    proposer: str
    locked: RoundBlock
    valid: RoundBlock
    total_power: int
    rounds: _containers.RepeatedCompositeFieldContainer[RoundVotes]
    def __init__(self, height: _Optional[int] = ..., round: _Optional[int] = ..., step: _Optional[_Union[Step, str]] = ..., proposer: _Optional[str] = ..., locked: _Optional[_Union[RoundBlock, _Mapping]] = ..., valid: _Optional[_Union[RoundBlock, _Mapping]] = ..., total_power: _Optional[int] = ..., rounds: _Optional[_Iterable[_Union[RoundVotes, _Mapping]]] = ...) -> None: ...

class RoundBlock(_message.Message):
    __slots__ = ("hash", "round")
    HASH_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    hash: bytes
    round: int
    def __init__(self, hash: _Optional[bytes] = ..., round: _Optional[int] = ...) -> None: ...

class RoundVotes(_message.Message):
    __slots__ = ("round", "proposer", "prevotes", "precommits", "prevote_power", "precommit_power")
    ROUND_FIELD_NUMBER: _ClassVar[int]
    PROPOSER_FIELD_NUMBER: _ClassVar[int]
    PREVOTES_FIELD_NUMBER: _ClassVar[int]
    PRECOMMITS_FIELD_NUMBER: _ClassVar[int]
    PREVOTE_POWER_FIELD_NUMBER: _ClassVar[int]
    PRECOMMIT_POWER_FIELD_NUMBER: _ClassVar[int]
    round: int
    proposer: str
    prevotes: _containers.RepeatedCompositeFieldContainer[SeenVote]
    precommits: _containers.RepeatedCompositeFieldContainer[SeenVote]
    prevote_power: int
    precommit_power: int
    def __init__(self, round: _Optional[int] = ..., proposer: _Optional[str] = ..., prevotes: _Optional[_Iterable[_Union[SeenVote, _Mapping]]] = ..., precommits: _Optional[_Iterable[_Union[SeenVote, _Mapping]]] = ..., prevote_power: _Optional[int] = ..., precommit_power: _Optional[int] = ...) -> None: ...

class SeenVote(_message.Message):
    __slots__ = ("validator", "power", "block_hash", "signature")
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    POWER_FIELD_NUMBER: _ClassVar[int]
    BLOCK_HASH_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_FIELD_NUMBER: _ClassVar[int]
    validator: str
    power: int
    block_hash: bytes
    signature: bytes
    def __init__(self, validator: _Optional[str] = ..., power: _Optional[int] = ..., block_hash: _Optional[bytes] = ..., signature: _Optional[bytes] = ...) -> None: ...
