// SPDX-License-Identifier: Apache-2.0
// Rendered from modules/staking/module.py by `python -m cli.render`; not to be edited.
pragma solidity ^0.8.20;

/// @dev Where the module lives on every chain.
address constant STAKING_ADDRESS = 0x0000000000000000000000000000000000000800;

/// @dev The module, ready to be called.
IStaking constant STAKING = IStaking(STAKING_ADDRESS);

/// @notice Bonded stake is voting power, in consensus and in governance.
interface IStaking {
    /// @dev Whether a validator may compete for the set.
    enum Standing {
        FREE,
        JAILED,
        TOMBSTONED
    }

    /// @dev How long stake is bound, how much it takes, and how many validate.
    struct StakingParams {
        uint64 unbondingS;
        uint256 bondWeiMin;
        uint256 validatorsMax;
        uint256 unbondingEntriesMax;
        uint16 commissionBpsMax;
        uint16 commissionChangeBpsMax;
        uint64 rotationCooldownS;
        uint256 tier1Wei;
        uint256 tier2Wei;
        uint256 tier3Wei;
        uint256 tier4Wei;
        uint256 tier5Wei;
    }

    /// @dev A validator as queries show it.
    struct Validator {
        address validator;
        string moniker;
        uint256 tokensWei;
        uint256 shares;
        uint256 selfBondWei;
        uint16 commissionBps;
        uint16 commissionBpsMax;
        uint16 commissionChangeBpsMax;
        uint64 commissionChangedS;
        bool isCandidate;
        bool isElected;
        address consensusAddress;
        Standing standing;
    }

    /// @dev A member of the validator set and its weight in consensus.
    struct ValidatorPower {
        address validator;
        uint256 power;
    }

    /// @dev An account's stake with one validator.
    struct Delegation {
        address delegator;
        address validator;
        uint256 shares;
        uint256 amountWei;
    }

    /// @dev Stake on its way back to its owner; paid in the first block at or after `matures_s`.
    ///
    /// Until then it answers for faults from before it left: `amount_wei` is what slashes left of
    /// `initial_wei`.
    struct Unbonding {
        uint256 id;
        address delegator;
        address validator;
        uint256 amountWei;
        uint64 startedHeight;
        uint64 maturesS;
        uint256 initialWei;
    }

    /// @dev Stake that went to another validator; stays, and answers for its source, to
    /// `matures_s`.
    struct Redelegation {
        address delegator;
        address source;
        address target;
        uint256 amountWei;
        uint64 startedHeight;
        uint64 maturesS;
    }

    /// @notice This account is a validator already.
    error AlreadyValidator(address validator);

    /// @notice No validator has this address.
    error UnknownValidator(address validator);

    /// @notice A validator must itself stake more than this.
    error BondTooSmall(uint256 bondWeiMin, uint256 foundWei);

    /// @notice All candidates' places are taken, and the weakest candidate has at least this stake.
    error CandidatesFull(uint256 neededWei, uint256 foundWei);

    /// @notice A moniker must be shorter than this.
    error MonikerTooLong(uint256 bytesMax, uint256 foundBytes);

    /// @notice This commission is above the most that is allowed.
    error CommissionTooHigh(uint16 maximumBps, uint16 foundBps);

    /// @notice The commission may not move this far at once.
    error CommissionStepTooBig(uint16 maximumBps, uint16 foundBps);

    /// @notice The commission may change again only at this time.
    error CommissionChangedRecently(uint64 allowedS);

    /// @notice An amount above zero is needed.
    error ZeroAmount();

    /// @notice An account may delegate to no more validators than this.
    error TooManyDelegations(uint256 maximum);

    /// @notice The delegation is smaller than the amount asked for.
    error StakeTooSmall(uint256 neededWei, uint256 foundWei);

    /// @notice No more stake of one delegator may be in flight at this validator until some
    /// matures.
    error TooManyEntries(uint256 maximum);

    /// @notice Stake cannot be redelegated to where it is.
    error SameValidator(address validator);

    /// @notice Stake arrived at this validator by redelegation and may not go on before it matures.
    error RedelegationInFlight(address validator);

    /// @notice Voting power is known of past heights only.
    error HeightNotPast(uint64 current, uint64 found);

    /// @notice Slashes left so little behind this validator that nobody can join the stake any
    /// more.
    error SharesWorthless(address validator);

    /// @notice This consensus address was used before; each is used by one validator, once.
    error ConsensusAddressTaken(address consensusAddress);

    /// @notice The proof is not signed by the key of the new consensus address.
    error ProofInvalid(address consensusAddress, string reason);

    /// @notice The consensus key may change again only at this time.
    error RotatedRecently(uint64 allowedS);

    /// @notice This validator is not jailed.
    error NotJailed(address validator);

    /// @notice This validator broke consensus and is shut out for good.
    error Tombstoned(address validator);

    /// @notice A fault can be punished only after it happened.
    error FaultNotPast(uint64 current, uint64 found);

    /// @notice This module is paused: one of its invariants failed.
    error Paused();

    /// @notice This call takes no coins.
    error NotPayable(uint256 valueWei);

    /// @notice The account has fewer coins than the move needs.
    error InsufficientCoins(uint256 neededWei, uint256 foundWei);

    /// @notice Only another module may make this call.
    error Unauthorized(address sender);

    /// @notice A module is called at its own address only, not by delegatecall or callcode.
    error DelegatecallRefused();

    /// @notice This module waits for a contract that it called; until then it only answers views.
    error Reentered();

    /// @notice No contract can be placed here: the account has code, a nonce or storage.
    error AddressTaken(address account);

    /// @notice An account became a validator.
    event ValidatorCreated(address indexed validator, string moniker, uint16 commissionBps);

    /// @notice A validator renamed itself.
    event ValidatorEdited(address indexed validator, string moniker);

    /// @notice A validator takes another share of its delegators' rewards from now on.
    event CommissionChanged(address indexed validator, uint16 oldBps, uint16 newBps);

    /// @notice A validator began, or ceased, to compete for the set.
    event CandidacyChanged(address indexed validator, bool isCandidate);

    /// @notice Stake was added behind a validator.
    event Delegated(address indexed delegator, address indexed validator, uint256 amountWei);

    /// @notice Stake left a validator and waits to be paid.
    event UnbondingStarted(
        address indexed delegator,
        address indexed validator,
        uint256 id,
        uint256 amountWei,
        uint64 maturesS
    );

    /// @notice Stake that waited was paid to its owner.
    event UnbondingFinished(address indexed delegator, uint256 id, uint256 amountWei);

    /// @notice Stake went from one validator to another without leaving the bond.
    event Redelegated(
        address indexed delegator,
        address indexed source,
        address indexed target,
        uint256 amountWei,
        uint64 maturesS
    );

    /// @notice Another set of validators, or other powers, was elected.
    event ValidatorSetChanged(uint256 validators, uint256 power);

    /// @notice A validator signs with another key as soon as the set that names it decides.
    event ConsensusKeyRotated(address indexed validator, address oldAddress, address newAddress);

    /// @notice A validator was jailed, freed, or shut out for good.
    event StandingChanged(address indexed validator, Standing standing);

    /// @notice Stake behind a validator was destroyed for a fault; what had left it follows on its
    /// own.
    event Slashed(
        address indexed validator,
        uint64 faultHeight,
        uint16 fractionBps,
        uint256 amountWei
    );

    /// @notice Stake on its way back was destroyed for a fault from before it left.
    event UnbondingSlashed(address indexed delegator, uint256 id, uint256 amountWei);

    /// @notice Stake that went to another validator was destroyed for a fault from before it left.
    event RedelegationSlashed(
        address indexed delegator,
        address indexed source,
        address indexed target,
        uint256 amountWei
    );

    /// @notice Coins moved on a module's word: the one event of every `move`.
    event CoinsMoved(address source, address target, uint256 amountWei, string reason);

    /// @notice An invariant of the module failed; its calls are refused until governance resumes
    /// it.
    event ModulePaused(string invariant);

    /// @notice Governance resumed the module.
    event ModuleResumed();

    /// @notice A deadline's handling was refused and undone; the deadline is spent.
    event TimerFailed(uint256 kind, uint256 key, string reason);

    /// @notice Become a validator with the coins sent as the first stake.
    ///
    /// Commission is in bps of the delegators' rewards; its maximum and its furthest change in a
    /// day, in bps, are promised to delegators for good. The account's own key signs until
    /// `rotate_consensus_key` names another.
    function createValidator(
        string calldata moniker,
        uint16 commissionBps,
        uint16 commissionBpsMax,
        uint16 commissionChangeBpsMax
    ) external payable;

    /// @notice Become a validator whose blocks another key signs; `proof` as for a rotation.
    function createValidatorWithKey(
        string calldata moniker,
        uint16 commissionBps,
        uint16 commissionBpsMax,
        uint16 commissionChangeBpsMax,
        address consensusAddress,
        bytes calldata proof
    ) external payable;

    /// @notice Rename the calling validator.
    function editValidator(string calldata moniker) external;

    /// @notice Change the calling validator's commission, in bps, as far as it promised; once a
    /// day.
    function setCommission(uint16 commissionBps) external;

    /// @notice Let another key sign for the calling validator.
    ///
    /// `proof` is its signature (R, S, V of 0 or 1) of `key_proof_digest`. It signs from the block
    /// on whose set names it; keep the old key at work until then, and never use it again.
    function rotateConsensusKey(address consensusAddress, bytes calldata proof) external;

    /// @notice Stake the coins sent behind a validator; they vote from the next block on.
    function delegate(address validator) external payable;

    /// @notice Take stake back; paid by itself after `unbonding_s`. Returns the unbonding's number.
    ///
    /// Until then it answers for what the validator did before.
    function undelegate(address validator, uint256 amountWei) external returns (uint256);

    /// @notice Move stake to another validator without unbonding it.
    ///
    /// It may not hop on before `unbonding_s` is over: it answers for the source until then.
    function redelegate(address source, address target, uint256 amountWei) external;

    /// @notice Return the governed parameters.
    function params() external view returns (StakingParams memory);

    /// @notice Return one validator; refused where there is none.
    function validator(address validator) external view returns (Validator memory);

    /// @notice Return validators in the order of registration, at most PAGE_MAX.
    function validators(uint256 offset, uint256 limit) external view returns (Validator[] memory);

    /// @notice Return validators' accounts in the order of registration, at most PAGE_MAX.
    function operators(uint256 offset, uint256 limit) external view returns (address[] memory);

    /// @notice Return who validates and with what power, by account, the strongest first.
    function validatorSet() external view returns (ValidatorPower[] memory);

    /// @notice Return who validates and with what power, by consensus address, the strongest first.
    function consensusSet() external view returns (ValidatorPower[] memory);

    /// @notice Return the validator that signs, or ever signed, with an address; zero for
    /// strangers.
    function operatorOf(address consensusAddress) external view returns (address);

    /// @notice Return the address that a validator signs with; zero for strangers.
    function consensusAddressOf(address validator) external view returns (address);

    /// @notice Return how often a validator changed its key: what its next proof must name.
    function keyNonce(address validator) external view returns (uint256);

    /// @notice Return what a key must sign to become the next that signs for an account.
    function keyProofDigest(address validator) external view returns (bytes32);

    /// @notice Return whether a validator is free, jailed or shut out for good.
    function standingOf(address validator) external view returns (Standing);

    /// @notice Return a validator's commission, in bps of the delegators' rewards.
    function commissionOf(address validator) external view returns (uint16);

    /// @notice Return an account's shares of a validator's stake; a slash does not change them.
    function sharesOf(address validator, address delegator) external view returns (uint256);

    /// @notice Return all shares of a validator's stake.
    function totalShares(address validator) external view returns (uint256);

    /// @notice Return one account's stake with one validator; zero where there is none.
    function delegation(
        address delegator,
        address validator
    ) external view returns (Delegation memory);

    /// @notice Return an account's stakes, at most PAGE_MAX.
    function delegationsOf(
        address delegator,
        uint256 offset,
        uint256 limit
    ) external view returns (Delegation[] memory);

    /// @notice Return the stakes behind a validator, at most PAGE_MAX.
    function delegationsTo(
        address validator,
        uint256 offset,
        uint256 limit
    ) external view returns (Delegation[] memory);

    /// @notice Return an account's stakes on their way back, with when each is paid.
    function unbondingsOf(
        address delegator,
        uint256 offset,
        uint256 limit
    ) external view returns (Unbonding[] memory);

    /// @notice Return an account's redelegated stakes that may not go on yet, at most PAGE_MAX.
    function redelegationsOf(
        address delegator,
        uint256 offset,
        uint256 limit
    ) external view returns (Redelegation[] memory);

    /// @notice Return the stake an account has bonded now, in wei.
    function powerOf(address account) external view returns (uint256);

    /// @notice Return the tier of perks that an account's bonded stake gives it, 0 to 5.
    function tierOf(address account) external view returns (uint256);

    /// @notice Return the stake an account had bonded at the end of a past block, in wei.
    function powerOfAt(address account, uint64 height) external view returns (uint256);

    /// @notice Return an account's stakes at the end of a past block, at most DELEGATIONS_MAX.
    function delegationsAt(
        address delegator,
        uint64 height
    ) external view returns (Delegation[] memory);

    /// @notice Return an account's stake with one validator at the end of a past block, in wei.
    function delegationAt(
        address delegator,
        address validator,
        uint64 height
    ) external view returns (uint256);

    /// @notice Return all stake behind a validator at the end of a past block, in wei.
    function validatorPowerAt(address validator, uint64 height) external view returns (uint256);

    /// @notice Return all bonded stake, in wei.
    function totalBonded() external view returns (uint256);

    /// @notice Return all stake that was bonded at the end of a past block, in wei.
    function totalPowerAt(uint64 height) external view returns (uint256);

    /// @notice Return all stake on its way back to its owners, in wei.
    function totalUnbonding() external view returns (uint256);

    /// @notice Return all stake that was ever destroyed for faults, in wei.
    function totalSlashed() external view returns (uint256);
}
