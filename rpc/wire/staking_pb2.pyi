from rpc.wire import events_pb2 as _events_pb2
from rpc.wire import tx_pb2 as _tx_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Standing(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    STANDING_FREE: _ClassVar[Standing]
    STANDING_JAILED: _ClassVar[Standing]
    STANDING_TOMBSTONED: _ClassVar[Standing]
STANDING_FREE: Standing
STANDING_JAILED: Standing
STANDING_TOMBSTONED: Standing

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
    result: StakingParams
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[StakingParams, _Mapping]] = ...) -> None: ...

class ValidatorRequest(_message.Message):
    __slots__ = ("at_height", "validator")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    validator: str
    def __init__(self, at_height: _Optional[int] = ..., validator: _Optional[str] = ...) -> None: ...

class ValidatorResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Validator
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Validator, _Mapping]] = ...) -> None: ...

class ValidatorsRequest(_message.Message):
    __slots__ = ("at_height", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class ValidatorsResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[Validator]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[Validator, _Mapping]]] = ...) -> None: ...

class OperatorsRequest(_message.Message):
    __slots__ = ("at_height", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class OperatorsResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[str]] = ...) -> None: ...

class ValidatorSetRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class ValidatorSetResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[ValidatorPower]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[ValidatorPower, _Mapping]]] = ...) -> None: ...

class ConsensusSetRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class ConsensusSetResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[ValidatorPower]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[ValidatorPower, _Mapping]]] = ...) -> None: ...

class OperatorOfRequest(_message.Message):
    __slots__ = ("at_height", "consensus_address")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    CONSENSUS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    consensus_address: str
    def __init__(self, at_height: _Optional[int] = ..., consensus_address: _Optional[str] = ...) -> None: ...

class OperatorOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class ConsensusAddressOfRequest(_message.Message):
    __slots__ = ("at_height", "validator")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    validator: str
    def __init__(self, at_height: _Optional[int] = ..., validator: _Optional[str] = ...) -> None: ...

class ConsensusAddressOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class KeyNonceRequest(_message.Message):
    __slots__ = ("at_height", "validator")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    validator: str
    def __init__(self, at_height: _Optional[int] = ..., validator: _Optional[str] = ...) -> None: ...

class KeyNonceResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class KeyProofDigestRequest(_message.Message):
    __slots__ = ("at_height", "validator")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    validator: str
    def __init__(self, at_height: _Optional[int] = ..., validator: _Optional[str] = ...) -> None: ...

class KeyProofDigestResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: bytes
    def __init__(self, height: _Optional[int] = ..., result: _Optional[bytes] = ...) -> None: ...

class StandingOfRequest(_message.Message):
    __slots__ = ("at_height", "validator")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    validator: str
    def __init__(self, at_height: _Optional[int] = ..., validator: _Optional[str] = ...) -> None: ...

class StandingOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Standing
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Standing, str]] = ...) -> None: ...

class CommissionOfRequest(_message.Message):
    __slots__ = ("at_height", "validator")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    validator: str
    def __init__(self, at_height: _Optional[int] = ..., validator: _Optional[str] = ...) -> None: ...

class CommissionOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: int
    def __init__(self, height: _Optional[int] = ..., result: _Optional[int] = ...) -> None: ...

class SharesOfRequest(_message.Message):
    __slots__ = ("at_height", "validator", "delegator")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    DELEGATOR_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    validator: str
    delegator: str
    def __init__(self, at_height: _Optional[int] = ..., validator: _Optional[str] = ..., delegator: _Optional[str] = ...) -> None: ...

class SharesOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class TotalSharesRequest(_message.Message):
    __slots__ = ("at_height", "validator")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    validator: str
    def __init__(self, at_height: _Optional[int] = ..., validator: _Optional[str] = ...) -> None: ...

class TotalSharesResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class DelegationRequest(_message.Message):
    __slots__ = ("at_height", "delegator", "validator")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    DELEGATOR_FIELD_NUMBER: _ClassVar[int]
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    delegator: str
    validator: str
    def __init__(self, at_height: _Optional[int] = ..., delegator: _Optional[str] = ..., validator: _Optional[str] = ...) -> None: ...

class DelegationResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Delegation
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Delegation, _Mapping]] = ...) -> None: ...

class DelegationsOfRequest(_message.Message):
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

class DelegationsOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[Delegation]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[Delegation, _Mapping]]] = ...) -> None: ...

class DelegationsToRequest(_message.Message):
    __slots__ = ("at_height", "validator", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    validator: str
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., validator: _Optional[str] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class DelegationsToResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[Delegation]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[Delegation, _Mapping]]] = ...) -> None: ...

class UnbondingsOfRequest(_message.Message):
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

class UnbondingsOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[Unbonding]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[Unbonding, _Mapping]]] = ...) -> None: ...

class RedelegationsOfRequest(_message.Message):
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

class RedelegationsOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[Redelegation]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[Redelegation, _Mapping]]] = ...) -> None: ...

class PowerOfRequest(_message.Message):
    __slots__ = ("at_height", "account")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    account: str
    def __init__(self, at_height: _Optional[int] = ..., account: _Optional[str] = ...) -> None: ...

class PowerOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class TierOfRequest(_message.Message):
    __slots__ = ("at_height", "account")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    account: str
    def __init__(self, at_height: _Optional[int] = ..., account: _Optional[str] = ...) -> None: ...

class TierOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class PowerOfAtRequest(_message.Message):
    __slots__ = ("at_height", "account", "height")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    account: str
    height: int
    def __init__(self, at_height: _Optional[int] = ..., account: _Optional[str] = ..., height: _Optional[int] = ...) -> None: ...

class PowerOfAtResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class DelegationsAtRequest(_message.Message):
    __slots__ = ("at_height", "delegator", "height")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    DELEGATOR_FIELD_NUMBER: _ClassVar[int]
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    delegator: str
    height: int
    def __init__(self, at_height: _Optional[int] = ..., delegator: _Optional[str] = ..., height: _Optional[int] = ...) -> None: ...

class DelegationsAtResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[Delegation]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[Delegation, _Mapping]]] = ...) -> None: ...

class DelegationAtRequest(_message.Message):
    __slots__ = ("at_height", "delegator", "validator", "height")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    DELEGATOR_FIELD_NUMBER: _ClassVar[int]
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    delegator: str
    validator: str
    height: int
    def __init__(self, at_height: _Optional[int] = ..., delegator: _Optional[str] = ..., validator: _Optional[str] = ..., height: _Optional[int] = ...) -> None: ...

class DelegationAtResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class ValidatorPowerAtRequest(_message.Message):
    __slots__ = ("at_height", "validator", "height")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    validator: str
    height: int
    def __init__(self, at_height: _Optional[int] = ..., validator: _Optional[str] = ..., height: _Optional[int] = ...) -> None: ...

class ValidatorPowerAtResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class TotalBondedRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class TotalBondedResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class TotalPowerAtRequest(_message.Message):
    __slots__ = ("at_height", "height")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    height: int
    def __init__(self, at_height: _Optional[int] = ..., height: _Optional[int] = ...) -> None: ...

class TotalPowerAtResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class TotalUnbondingRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class TotalUnbondingResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class TotalSlashedRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class TotalSlashedResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class MsgCreateValidator(_message.Message):
    __slots__ = ("envelope", "moniker", "commission_bps", "commission_bps_max", "commission_change_bps_max")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    MONIKER_FIELD_NUMBER: _ClassVar[int]
    COMMISSION_BPS_FIELD_NUMBER: _ClassVar[int]
    COMMISSION_BPS_MAX_FIELD_NUMBER: _ClassVar[int]
    COMMISSION_CHANGE_BPS_MAX_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    moniker: str
    commission_bps: int
    commission_bps_max: int
    commission_change_bps_max: int
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., moniker: _Optional[str] = ..., commission_bps: _Optional[int] = ..., commission_bps_max: _Optional[int] = ..., commission_change_bps_max: _Optional[int] = ...) -> None: ...

class MsgCreateValidatorResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgCreateValidatorWithKey(_message.Message):
    __slots__ = ("envelope", "moniker", "commission_bps", "commission_bps_max", "commission_change_bps_max", "consensus_address", "proof")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    MONIKER_FIELD_NUMBER: _ClassVar[int]
    COMMISSION_BPS_FIELD_NUMBER: _ClassVar[int]
    COMMISSION_BPS_MAX_FIELD_NUMBER: _ClassVar[int]
    COMMISSION_CHANGE_BPS_MAX_FIELD_NUMBER: _ClassVar[int]
    CONSENSUS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    PROOF_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    moniker: str
    commission_bps: int
    commission_bps_max: int
    commission_change_bps_max: int
    consensus_address: str
    proof: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., moniker: _Optional[str] = ..., commission_bps: _Optional[int] = ..., commission_bps_max: _Optional[int] = ..., commission_change_bps_max: _Optional[int] = ..., consensus_address: _Optional[str] = ..., proof: _Optional[bytes] = ...) -> None: ...

class MsgCreateValidatorWithKeyResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgEditValidator(_message.Message):
    __slots__ = ("envelope", "moniker")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    MONIKER_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    moniker: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., moniker: _Optional[str] = ...) -> None: ...

class MsgEditValidatorResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgSetCommission(_message.Message):
    __slots__ = ("envelope", "commission_bps")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    COMMISSION_BPS_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    commission_bps: int
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., commission_bps: _Optional[int] = ...) -> None: ...

class MsgSetCommissionResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgRotateConsensusKey(_message.Message):
    __slots__ = ("envelope", "consensus_address", "proof")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CONSENSUS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    PROOF_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    consensus_address: str
    proof: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., consensus_address: _Optional[str] = ..., proof: _Optional[bytes] = ...) -> None: ...

class MsgRotateConsensusKeyResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgDelegate(_message.Message):
    __slots__ = ("envelope", "validator")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    validator: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., validator: _Optional[str] = ...) -> None: ...

class MsgDelegateResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgUndelegate(_message.Message):
    __slots__ = ("envelope", "validator", "amount_wei")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_WEI_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    validator: str
    amount_wei: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., validator: _Optional[str] = ..., amount_wei: _Optional[str] = ...) -> None: ...

class MsgUndelegateResponse(_message.Message):
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

class MsgRedelegate(_message.Message):
    __slots__ = ("envelope", "source", "target", "amount_wei")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    TARGET_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_WEI_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    source: str
    target: str
    amount_wei: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., source: _Optional[str] = ..., target: _Optional[str] = ..., amount_wei: _Optional[str] = ...) -> None: ...

class MsgRedelegateResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class StakingParams(_message.Message):
    __slots__ = ("unbonding_s", "bond_wei_min", "validators_max", "unbonding_entries_max", "commission_bps_max", "commission_change_bps_max", "rotation_cooldown_s", "tier_1_wei", "tier_2_wei", "tier_3_wei", "tier_4_wei", "tier_5_wei")
    UNBONDING_S_FIELD_NUMBER: _ClassVar[int]
    BOND_WEI_MIN_FIELD_NUMBER: _ClassVar[int]
    VALIDATORS_MAX_FIELD_NUMBER: _ClassVar[int]
    UNBONDING_ENTRIES_MAX_FIELD_NUMBER: _ClassVar[int]
    COMMISSION_BPS_MAX_FIELD_NUMBER: _ClassVar[int]
    COMMISSION_CHANGE_BPS_MAX_FIELD_NUMBER: _ClassVar[int]
    ROTATION_COOLDOWN_S_FIELD_NUMBER: _ClassVar[int]
    TIER_1_WEI_FIELD_NUMBER: _ClassVar[int]
    TIER_2_WEI_FIELD_NUMBER: _ClassVar[int]
    TIER_3_WEI_FIELD_NUMBER: _ClassVar[int]
    TIER_4_WEI_FIELD_NUMBER: _ClassVar[int]
    TIER_5_WEI_FIELD_NUMBER: _ClassVar[int]
    unbonding_s: int
    bond_wei_min: str
    validators_max: str
    unbonding_entries_max: str
    commission_bps_max: int
    commission_change_bps_max: int
    rotation_cooldown_s: int
    tier_1_wei: str
    tier_2_wei: str
    tier_3_wei: str
    tier_4_wei: str
    tier_5_wei: str
    def __init__(self, unbonding_s: _Optional[int] = ..., bond_wei_min: _Optional[str] = ..., validators_max: _Optional[str] = ..., unbonding_entries_max: _Optional[str] = ..., commission_bps_max: _Optional[int] = ..., commission_change_bps_max: _Optional[int] = ..., rotation_cooldown_s: _Optional[int] = ..., tier_1_wei: _Optional[str] = ..., tier_2_wei: _Optional[str] = ..., tier_3_wei: _Optional[str] = ..., tier_4_wei: _Optional[str] = ..., tier_5_wei: _Optional[str] = ...) -> None: ...

class Validator(_message.Message):
    __slots__ = ("validator", "moniker", "tokens_wei", "shares", "self_bond_wei", "commission_bps", "commission_bps_max", "commission_change_bps_max", "commission_changed_s", "is_candidate", "is_elected", "consensus_address", "standing")
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    MONIKER_FIELD_NUMBER: _ClassVar[int]
    TOKENS_WEI_FIELD_NUMBER: _ClassVar[int]
    SHARES_FIELD_NUMBER: _ClassVar[int]
    SELF_BOND_WEI_FIELD_NUMBER: _ClassVar[int]
    COMMISSION_BPS_FIELD_NUMBER: _ClassVar[int]
    COMMISSION_BPS_MAX_FIELD_NUMBER: _ClassVar[int]
    COMMISSION_CHANGE_BPS_MAX_FIELD_NUMBER: _ClassVar[int]
    COMMISSION_CHANGED_S_FIELD_NUMBER: _ClassVar[int]
    IS_CANDIDATE_FIELD_NUMBER: _ClassVar[int]
    IS_ELECTED_FIELD_NUMBER: _ClassVar[int]
    CONSENSUS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    STANDING_FIELD_NUMBER: _ClassVar[int]
    validator: str
    moniker: str
    tokens_wei: str
    shares: str
    self_bond_wei: str
    commission_bps: int
    commission_bps_max: int
    commission_change_bps_max: int
    commission_changed_s: int
    is_candidate: bool
    is_elected: bool
    consensus_address: str
    standing: Standing
    def __init__(self, validator: _Optional[str] = ..., moniker: _Optional[str] = ..., tokens_wei: _Optional[str] = ..., shares: _Optional[str] = ..., self_bond_wei: _Optional[str] = ..., commission_bps: _Optional[int] = ..., commission_bps_max: _Optional[int] = ..., commission_change_bps_max: _Optional[int] = ..., commission_changed_s: _Optional[int] = ..., is_candidate: _Optional[bool] = ..., is_elected: _Optional[bool] = ..., consensus_address: _Optional[str] = ..., standing: _Optional[_Union[Standing, str]] = ...) -> None: ...

class ValidatorPower(_message.Message):
    __slots__ = ("validator", "power")
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    POWER_FIELD_NUMBER: _ClassVar[int]
    validator: str
    power: str
    def __init__(self, validator: _Optional[str] = ..., power: _Optional[str] = ...) -> None: ...

class Delegation(_message.Message):
    __slots__ = ("delegator", "validator", "shares", "amount_wei")
    DELEGATOR_FIELD_NUMBER: _ClassVar[int]
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    SHARES_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_WEI_FIELD_NUMBER: _ClassVar[int]
    delegator: str
    validator: str
    shares: str
    amount_wei: str
    def __init__(self, delegator: _Optional[str] = ..., validator: _Optional[str] = ..., shares: _Optional[str] = ..., amount_wei: _Optional[str] = ...) -> None: ...

class Unbonding(_message.Message):
    __slots__ = ("id", "delegator", "validator", "amount_wei", "started_height", "matures_s", "initial_wei")
    ID_FIELD_NUMBER: _ClassVar[int]
    DELEGATOR_FIELD_NUMBER: _ClassVar[int]
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_WEI_FIELD_NUMBER: _ClassVar[int]
    STARTED_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    MATURES_S_FIELD_NUMBER: _ClassVar[int]
    INITIAL_WEI_FIELD_NUMBER: _ClassVar[int]
    id: str
    delegator: str
    validator: str
    amount_wei: str
    started_height: int
    matures_s: int
    initial_wei: str
    def __init__(self, id: _Optional[str] = ..., delegator: _Optional[str] = ..., validator: _Optional[str] = ..., amount_wei: _Optional[str] = ..., started_height: _Optional[int] = ..., matures_s: _Optional[int] = ..., initial_wei: _Optional[str] = ...) -> None: ...

class Redelegation(_message.Message):
    __slots__ = ("delegator", "source", "target", "amount_wei", "started_height", "matures_s")
    DELEGATOR_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    TARGET_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_WEI_FIELD_NUMBER: _ClassVar[int]
    STARTED_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    MATURES_S_FIELD_NUMBER: _ClassVar[int]
    delegator: str
    source: str
    target: str
    amount_wei: str
    started_height: int
    matures_s: int
    def __init__(self, delegator: _Optional[str] = ..., source: _Optional[str] = ..., target: _Optional[str] = ..., amount_wei: _Optional[str] = ..., started_height: _Optional[int] = ..., matures_s: _Optional[int] = ...) -> None: ...
