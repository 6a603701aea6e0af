// SPDX-License-Identifier: Apache-2.0
// Rendered from modules/treasury/module.py by `python -m cli.render`; not to be edited.
pragma solidity ^0.8.20;

/// @dev Where the module lives on every chain.
address constant TREASURY_ADDRESS = 0x0000000000000000000000000000000000000807;

/// @dev The module, ready to be called.
ITreasury constant TREASURY = ITreasury(TREASURY_ADDRESS);

/// @notice Coins that belong to everyone.
interface ITreasury {
    /// @dev What the pool takes of the base fee.
    struct TreasuryParams {
        uint16 baseFeeBurnBps;
    }

    /// @dev Coins that the treasury paid out, and what for.
    struct Spending {
        address recipient;
        uint256 amountWei;
        string purpose;
        uint64 height;
        uint64 timeS;
    }

    /// @notice An amount above zero is needed.
    error NothingToMove();

    /// @notice The zero address cannot be paid; burn coins by the mint module instead.
    error RecipientMissing();

    /// @notice A purpose must be shorter than this.
    error PurposeTooLong(uint256 bytesMax, uint256 foundBytes);

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

    /// @notice Somebody gave coins to the pool.
    event Funded(address indexed donor, uint256 amountWei);

    /// @notice The pool paid out.
    event Spent(address indexed recipient, uint256 amountWei, string purpose);

    /// @notice Coins moved on a module's word: the one event of every `move`.
    event CoinsMoved(address source, address target, uint256 amountWei, string reason);

    /// @notice An invariant of the module failed; its calls are refused until governance resumes
    /// it.
    event ModulePaused(string invariant);

    /// @notice Governance resumed the module.
    event ModuleResumed();

    /// @notice A deadline's handling was refused and undone; the deadline is spent.
    event TimerFailed(uint256 kind, uint256 key, string reason);

    /// @notice Give the coins sent to the pool.
    function fund() external payable;

    /// @notice Pay out of the pool; only a passed proposal does.
    function spend(address recipient, uint256 amountWei, string calldata purpose) external;

    /// @notice Return the governed parameters.
    function params() external view returns (TreasuryParams memory);

    /// @notice Return the coins in the pool, in wei.
    function balance() external view returns (uint256);

    /// @notice Return all that was ever paid out, in wei.
    function spentTotal() external view returns (uint256);

    /// @notice Return all that ever came in, in wei.
    function receivedTotal() external view returns (uint256);

    /// @notice Return what was paid out, oldest first, at most PAGE_MAX.
    function spendings(uint256 offset, uint256 limit) external view returns (Spending[] memory);
}
