// SPDX-License-Identifier: Apache-2.0
// Rendered from modules/rewards/module.py by `python -m cli.render`; not to be edited.
pragma solidity ^0.8.20;

/// @dev Where the module lives on every chain.
address constant REWARDS_ADDRESS = 0x0000000000000000000000000000000000000801;

/// @dev The module, ready to be called.
IRewards constant REWARDS = IRewards(REWARDS_ADDRESS);

/// @notice Who secures the chain is paid for it, share by share.
interface IRewards {
    /// @dev What the community takes of all income.
    struct RewardsParams {
        uint16 communityTaxBps;
    }

    /// @dev What an account may take for its stake with one validator.
    struct DelegationReward {
        address validator;
        uint256 amountWei;
    }

    /// @notice There is nothing to take yet.
    error NothingToWithdraw();

    /// @notice Rewards cannot be paid to the zero address or back to where they come from.
    error PayeeInvalid(address payee);

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

    /// @notice A validator took its commission.
    event CommissionWithdrawn(address indexed validator, address payee, uint256 amountWei);

    /// @notice An account took what its stake with a validator had earned.
    event RewardsWithdrawn(
        address indexed delegator,
        address indexed validator,
        address payee,
        uint256 amountWei
    );

    /// @notice An account's rewards and commission are paid to this address from now on.
    event WithdrawAddressChanged(address indexed account, address payee);

    /// @notice Coins moved on a module's word: the one event of every `move`.
    event CoinsMoved(address source, address target, uint256 amountWei, string reason);

    /// @notice An invariant of the module failed; its calls are refused until governance resumes
    /// it.
    event ModulePaused(string invariant);

    /// @notice Governance resumed the module.
    event ModuleResumed();

    /// @notice A deadline's handling was refused and undone; the deadline is spent.
    event TimerFailed(uint256 kind, uint256 key, string reason);

    /// @notice Take what the caller's stake with a validator has earned; returns the wei.
    function withdraw(address validator) external returns (uint256);

    /// @notice Take what the caller's stake has earned with many validators; returns the wei.
    ///
    /// They stand in the order of `rewards_of`, at most WITHDRAWALS_MAX at a time.
    function withdrawAll(uint256 offset, uint256 limit) external returns (uint256);

    /// @notice Take the calling validator's commission; returns the wei.
    function withdrawCommission() external returns (uint256);

    /// @notice Have the caller's rewards and commission paid to another address; one's own undoes
    /// it.
    function setWithdrawAddress(address payee) external;

    /// @notice Return the governed parameters.
    function params() external view returns (RewardsParams memory);

    /// @notice Return what an account may take for its stake with a validator now, in wei.
    function pending(address delegator, address validator) external view returns (uint256);

    /// @notice Return what an account may take, validator by validator, at most PAGE_MAX.
    function rewardsOf(
        address delegator,
        uint256 offset,
        uint256 limit
    ) external view returns (DelegationReward[] memory);

    /// @notice Return what a validator may take as its commission, in wei.
    function commission(address validator) external view returns (uint256);

    /// @notice Return all that a validator and its delegators have earned and not taken, in wei.
    function outstanding(address validator) external view returns (uint256);

    /// @notice Return what one share of a validator ever earned, in wei times 10**36.
    function index(address validator) external view returns (uint256);

    /// @notice Return where an account's rewards and commission are paid to.
    function withdrawAddress(address account) external view returns (address);

    /// @notice Return all that is earned and not taken, the community's part included, in wei.
    function owed() external view returns (uint256);

    /// @notice Return what the treasury is paid next, in wei.
    function community() external view returns (uint256);

    /// @notice Return the income that is nobody's yet, in wei.
    function undistributed() external view returns (uint256);
}
