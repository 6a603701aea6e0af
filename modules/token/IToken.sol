// SPDX-License-Identifier: Apache-2.0
// Rendered from modules/token/module.py by `python -m cli.render`; not to be edited.
pragma solidity ^0.8.20;

/// @dev Where the module lives on every chain.
address constant TOKEN_ADDRESS = 0x0000000000000000000000000000000000000804;

/// @dev The module, ready to be called.
IToken constant TOKEN = IToken(TOKEN_ADDRESS);

/// @notice The coin of this chain, as wallets, exchanges and contracts expect a token to be.
interface IToken {
    /// @notice The signature is not of the key that must have signed.
    error SignatureWrong(address expected, string reason);

    /// @notice The account has fewer wei than the transfer needs (ERC-6093).
    error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed);

    /// @notice The owner did not let this spender take so much (ERC-6093).
    error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed);

    /// @notice A module's coins move by its own calls only (ERC-6093).
    error ERC20InvalidSender(address sender);

    /// @notice The zero address or a module, whose books would not know of the coins (ERC-6093).
    error ERC20InvalidReceiver(address receiver);

    /// @notice The zero address cannot be allowed to spend (ERC-6093).
    error ERC20InvalidSpender(address spender);

    /// @notice The permit's last second is over.
    error ERC2612ExpiredSignature(uint256 deadline);

    /// @notice The payment may be made after this second only.
    error AuthorizationNotYetValid(uint256 validAfter);

    /// @notice The payment had to be made before this second.
    error AuthorizationExpired(uint256 validBefore);

    /// @notice The payment of this nonce was made or cancelled.
    error AuthorizationUsedOrCanceled(address authorizer, bytes32 nonce);

    /// @notice Only the payee may make this call.
    error CallerNotPayee(address payee);

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

    /// @notice Coins were moved by the token, in wei; what moves otherwise is not told here.
    event Transfer(address indexed from, address indexed to, uint256 value);

    /// @notice The owner lets the spender take so many wei from now on.
    event Approval(address indexed owner, address indexed spender, uint256 value);

    /// @notice A signed payment was made.
    event AuthorizationUsed(address indexed authorizer, bytes32 indexed nonce);

    /// @notice A signed payment was withdrawn by who signed it.
    event AuthorizationCanceled(address indexed authorizer, bytes32 indexed nonce);

    /// @notice Coins moved on a module's word: the one event of every `move`.
    event CoinsMoved(address source, address target, uint256 amountWei, string reason);

    /// @notice An invariant of the module failed; its calls are refused until governance resumes
    /// it.
    event ModulePaused(string invariant);

    /// @notice Governance resumed the module.
    event ModuleResumed();

    /// @notice A deadline's handling was refused and undone; the deadline is spent.
    event TimerFailed(uint256 kind, uint256 key, string reason);

    /// @notice Move the caller's coins, in wei; always true, for what cannot be done is refused.
    function transfer(address to, uint256 value) external returns (bool);

    /// @notice Let a spender take up to so many wei; 2**256 - 1 is without limit.
    ///
    /// It replaces what was allowed before, which the spender may take until then: to lower an
    /// allowance, set it to zero first and look.
    function approve(address spender, uint256 value) external returns (bool);

    /// @notice Move coins of an owner that allowed it to the caller.
    function transferFrom(address from, address to, uint256 value) external returns (bool);

    /// @notice Approve by the owner's signature, until and at `deadline` (Unix seconds).
    ///
    /// Anybody may carry it to the chain, also before who was meant to: a contract that uses a
    /// permit should go on where the allowance is there already.
    function permit(
        address owner,
        address spender,
        uint256 value,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external;

    /// @notice Make the payment that `from` signed; anybody may carry it to the chain.
    ///
    /// It may be made after `validAfter` and before `validBefore` (Unix seconds), once. A contract
    /// that is paid so should use `receiveWithAuthorization`.
    function transferWithAuthorization(
        address from,
        address to,
        uint256 value,
        uint256 validAfter,
        uint256 validBefore,
        bytes32 nonce,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external;

    /// @notice Make the payment that `from` signed; the signature is r, s and v, 65 bytes.
    function transferWithAuthorization(
        address from,
        address to,
        uint256 value,
        uint256 validAfter,
        uint256 validBefore,
        bytes32 nonce,
        bytes calldata signature
    ) external;

    /// @notice Take the payment that `from` signed for the caller, who alone may carry it.
    function receiveWithAuthorization(
        address from,
        address to,
        uint256 value,
        uint256 validAfter,
        uint256 validBefore,
        bytes32 nonce,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external;

    /// @notice Take the payment that `from` signed for the caller; r, s and v are 65 bytes.
    function receiveWithAuthorization(
        address from,
        address to,
        uint256 value,
        uint256 validAfter,
        uint256 validBefore,
        bytes32 nonce,
        bytes calldata signature
    ) external;

    /// @notice Withdraw a signed payment that was not made yet, by the signature of who signed it.
    function cancelAuthorization(
        address authorizer,
        bytes32 nonce,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external;

    /// @notice Withdraw a signed payment that was not made yet; r, s and v are 65 bytes.
    function cancelAuthorization(
        address authorizer,
        bytes32 nonce,
        bytes calldata signature
    ) external;

    /// @notice Return the coin's name.
    function name() external view returns (string memory);

    /// @notice Return the coin's symbol.
    function symbol() external view returns (string memory);

    /// @notice Return how many decimals a coin has: 10**18 wei are one.
    function decimals() external view returns (uint8);

    /// @notice Return all coins there are at the end of the last block, in wei.
    function totalSupply() external view returns (uint256);

    /// @notice Return the account's coins, in wei.
    function balanceOf(address account) external view returns (uint256);

    /// @notice Return how many of the owner's wei the spender may take.
    function allowance(address owner, address spender) external view returns (uint256);

    /// @notice Return the nonce of the owner's next permit.
    function nonces(address owner) external view returns (uint256);

    /// @notice Return EIP-712's domain separator.
    function DOMAIN_SEPARATOR() external view returns (bytes32);

    /// @notice Return the version in the EIP-712 domain.
    function version() external view returns (string memory);

    /// @notice Return what a wallet needs to know to sign for the token.
    function eip712Domain(
    ) external view returns (bytes1 fields, string memory name, string memory version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] memory extensions);

    /// @notice Whether the payment of this nonce was made or cancelled.
    function authorizationState(address authorizer, bytes32 nonce) external view returns (bool);
}
