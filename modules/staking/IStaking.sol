// SPDX-License-Identifier: Apache-2.0
// Rendered from modules/staking/module.py by `python -m cli.render`; not to be edited.
pragma solidity ^0.8.20;

/// @dev Where the module lives on every chain.
address constant STAKING_ADDRESS = 0x0000000000000000000000000000000000000800;

/// @dev The module, ready to be called.
IStaking constant STAKING = IStaking(STAKING_ADDRESS);

/// @notice Bonded stake is voting power, in consensus and in governance.
interface IStaking {
    /// @dev How long stake is bound, how much it takes, and how many validate.
    struct StakingParams {
        uint64 unbondingS;
        uint256 bondWeiMin;
        uint256 validatorsMax;
        uint256 unbondingEntriesMax;
        uint16 commissionBpsMax;
        uint16 commissionChangeBpsMax;
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
    struct Unbonding {
        uint256 id;
        address delegator;
        address validator;
        uint256 amountWei;
        uint64 startedHeight;
        uint64 maturesS;
    }

    /// @dev Stake that went to another validator and may not go on before `matures_s`.
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

    /// @notice A validator must itself stake more than this.
    error BondTooSmall(uint256 bondWeiMin, uint256 foundWei);

    /// @notice All candidates' places are taken, and the weakest candidate has at least this stake.
    error CandidatesFull(uint256 neededWei, uint256 foundWei);

    /// @notice The commission may change again only at this time.
    error CommissionChangedRecently(uint64 allowedS);

    /// @notice The commission may not move this far at once.
    error CommissionStepTooBig(uint16 maximumBps, uint16 foundBps);

    /// @notice This commission is above the most that is allowed.
    error CommissionTooHigh(uint16 maximumBps, uint16 foundBps);

    /// @notice Voting power is known of past heights only.
    error HeightNotPast(uint64 current, uint64 found);

    /// @notice A moniker must be shorter than this.
    error MonikerTooLong(uint256 bytesMax, uint256 foundBytes);

    /// @notice Stake arrived at this validator by redelegation and may not go on before it matures.
    error RedelegationInFlight(address validator);

    /// @notice Stake cannot be redelegated to where it is.
    error SameValidator(address validator);

    /// @notice The delegation is smaller than the amount asked for.
    error StakeTooSmall(uint256 neededWei, uint256 foundWei);

    /// @notice An account may delegate to no more validators than this.
    error TooManyDelegations(uint256 maximum);

    /// @notice No more stake of one delegator may be in flight at this validator until some
    /// matures.
    error TooManyEntries(uint256 maximum);

    /// @notice No validator has this address.
    error UnknownValidator(address validator);

    /// @notice An amount above zero is needed.
    error ZeroAmount();

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

    /// @notice A validator began, or ceased, to compete for the set.
    event CandidacyChanged(address indexed validator, bool isCandidate);

    /// @notice A validator takes another share of its delegators' rewards from now on.
    event CommissionChanged(address indexed validator, uint16 oldBps, uint16 newBps);

    /// @notice Stake was added behind a validator.
    event Delegated(address indexed delegator, address indexed validator, uint256 amountWei);

    /// @notice Stake went from one validator to another without leaving the bond.
    event Redelegated(
        address indexed delegator,
        address indexed source,
        address indexed target,
        uint256 amountWei,
        uint64 maturesS
    );

    /// @notice Stake that waited was paid to its owner.
    event UnbondingFinished(address indexed delegator, uint256 id, uint256 amountWei);

    /// @notice Stake left a validator and waits to be paid.
    event UnbondingStarted(
        address indexed delegator,
        address indexed validator,
        uint256 id,
        uint256 amountWei,
        uint64 maturesS
    );

    /// @notice An account became a validator.
    event ValidatorCreated(address indexed validator, string moniker, uint16 commissionBps);

    /// @notice A validator renamed itself.
    event ValidatorEdited(address indexed validator, string moniker);

    /// @notice Another set of validators, or other powers, was elected.
    event ValidatorSetChanged(uint256 validators, uint256 power);

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
    /// day, in bps, are promised to delegators for good.
    function createValidator(
        string calldata moniker,
        uint16 commissionBps,
        uint16 commissionBpsMax,
        uint16 commissionChangeBpsMax
    ) external payable;

    /// @notice Rename the calling validator.
    function editValidator(string calldata moniker) external;

    /// @notice Change the calling validator's commission, in bps, as far as it promised; once a
    /// day.
    function setCommission(uint16 commissionBps) external;

    /// @notice Stake the coins sent behind a validator; they vote from the next block on.
    function delegate(address validator) external payable;

    /// @notice Take stake back; paid by itself after `unbonding_s`. Returns the unbonding's number.
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

    /// @notice Return who validates and with what power, the strongest first.
    function validatorSet() external view returns (ValidatorPower[] memory);

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

    /// @notice Return the stake an account had bonded at the end of a past block, in wei.
    function powerOfAt(address account, uint64 height) external view returns (uint256);

    /// @notice Return all bonded stake, in wei.
    function totalBonded() external view returns (uint256);

    /// @notice Return all stake that was bonded at the end of a past block, in wei.
    function totalPowerAt(uint64 height) external view returns (uint256);

    /// @notice Return all stake on its way back to its owners, in wei.
    function totalUnbonding() external view returns (uint256);
}
