// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title A token of another chain, as it stands on this one: an ERC-20 that a bridge makes and burns.
///
///     token locked there --bridge--> mint here        burn here --bridge--> token released there
///
/// The same code on both ends of a bridge. It has no constructor and no immutable, so a chain that
/// places code without running any places exactly what CREATE2 leaves. Who initialises it first is
/// its bridge, once and for ever: place and initialise it in one transaction.
///
/// ERC-20, EIP-2612 (permit), EIP-5267 (signing domain), ERC-6093 (errors). No fee, no hook, no
/// rebasing, no owner: a balance changes by its holder's word or by the bridge's, and by nothing else.
contract Voucher {
    /// @notice The account has fewer vouchers than the move needs (ERC-6093).
    error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed);
    /// @notice Nobody holds vouchers at the zero address (ERC-6093).
    error ERC20InvalidSender(address sender);
    /// @notice Vouchers are not given to the zero address (ERC-6093).
    error ERC20InvalidReceiver(address receiver);
    /// @notice The owner did not let this spender take so much (ERC-6093).
    error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed);
    /// @notice The zero address cannot be allowed to spend (ERC-6093).
    error ERC20InvalidSpender(address spender);
    /// @notice The permit's last second is over.
    error ERC2612ExpiredSignature(uint256 deadline);
    /// @notice The permit is signed by another than the owner.
    error ERC2612InvalidSigner(address signer, address owner);
    /// @notice No key made this signature.
    error ECDSAInvalidSignature();
    /// @notice Each signature has a twin with another s; only the one with the lower s is taken.
    error ECDSAInvalidSignatureS(bytes32 s);
    /// @notice It has its bridge already, or was offered none.
    error InvalidInitialization();
    /// @notice Only the bridge makes and burns vouchers.
    error CallerNotBridge(address caller);

    /// @notice Vouchers moved; from the zero address where made, to it where burnt.
    event Transfer(address indexed from, address indexed to, uint256 value);
    /// @notice A spender may take up to so many of an owner's vouchers.
    event Approval(address indexed owner, address indexed spender, uint256 value);
    /// @notice The signing domain is another now (EIP-5267); once, when the voucher gets its name.
    event EIP712DomainChanged();

    bytes32 private constant DOMAIN_TYPE =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 private constant PERMIT_TYPE =
        keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
    string private constant DOMAIN_VERSION = "1";
    bytes1 private constant DOMAIN_FIELDS = 0x0f; // name, version, chainId, verifyingContract
    uint256 private constant HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0;

    // Storage, the same on both ends.

    /// @notice Who alone makes and burns vouchers.
    address public bridge;
    /// @notice How many decimals a whole token has.
    uint8 public decimals;
    /// @notice All vouchers there are.
    uint256 public totalSupply;
    /// @notice How many vouchers an account holds.
    mapping(address account => uint256) public balanceOf;
    /// @notice How many of an owner's vouchers a spender may take.
    mapping(address owner => mapping(address spender => uint256)) public allowance;
    /// @notice The nonce of an owner's next permit.
    mapping(address owner => uint256) public nonces;
    /// @notice The token's name.
    string public name;
    /// @notice The token's symbol.
    string public symbol;

    modifier onlyBridge() {
        if (msg.sender != bridge) revert CallerNotBridge(msg.sender);
        _;
    }

    // Birth.

    /// @notice Become a voucher of the caller.
    function initialize(string calldata name_, string calldata symbol_, uint8 decimals_) external {
        initializeFor(msg.sender, name_, symbol_, decimals_);
    }

    /// @notice Become a voucher of a bridge; called by who deploys vouchers for it.
    function initializeFor(
        address bridge_,
        string calldata name_,
        string calldata symbol_,
        uint8 decimals_
    ) public {
        if (bridge != address(0) || bridge_ == address(0)) revert InvalidInitialization();
        (bridge, decimals, name, symbol) = (bridge_, decimals_, name_, symbol_);
        emit EIP712DomainChanged();
    }

    // The bridge.

    /// @notice Give new vouchers to an account.
    function mint(address to, uint256 amount) external onlyBridge {
        if (to == address(0)) revert ERC20InvalidReceiver(to);
        totalSupply += amount; // reverts above 2**256 - 1, so that no balance can pass it
        unchecked {
            balanceOf[to] += amount;
        }
        emit Transfer(address(0), to, amount);
    }

    /// @notice Take an account's vouchers out of the world; the bridge has the holder's word for it.
    function burn(address from, uint256 amount) external onlyBridge {
        if (from == address(0)) revert ERC20InvalidSender(from);
        _take(from, amount);
        unchecked {
            totalSupply -= amount; // the sum of all balances
        }
        emit Transfer(from, address(0), amount);
    }

    // ERC-20.

    /// @notice Move the caller's vouchers; always true, for what cannot be done reverts.
    function transfer(address to, uint256 value) external returns (bool) {
        _move(msg.sender, to, value);
        return true;
    }

    /// @notice Let a spender take up to so many vouchers; 2**256 - 1 is without limit.
    function approve(address spender, uint256 value) external returns (bool) {
        _approve(msg.sender, spender, value);
        return true;
    }

    /// @notice Move vouchers of an owner that allowed it to the caller.
    function transferFrom(address from, address to, uint256 value) external returns (bool) {
        uint256 allowed = allowance[from][msg.sender];
        if (allowed < value) revert ERC20InsufficientAllowance(msg.sender, allowed, value);
        if (allowed != type(uint256).max) {
            unchecked {
                allowance[from][msg.sender] = allowed - value;
            }
        }
        _move(from, to, value);
        return true;
    }

    // EIP-2612 and EIP-5267.

    /// @notice Approve by the owner's signature, until and at `deadline` (Unix seconds).
    /// @dev Anybody may carry it to the chain, also before who was meant to.
    function permit(
        address owner,
        address spender,
        uint256 value,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external {
        if (block.timestamp > deadline) revert ERC2612ExpiredSignature(deadline);
        bytes32 message = keccak256(abi.encode(PERMIT_TYPE, owner, spender, value, nonces[owner]++, deadline));
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", DOMAIN_SEPARATOR(), message));
        if (uint256(s) > HALF_ORDER) revert ECDSAInvalidSignatureS(s);
        address signer = ecrecover(digest, v, r, s);
        if (signer == address(0)) revert ECDSAInvalidSignature();
        if (signer != owner) revert ERC2612InvalidSigner(signer, owner);
        _approve(owner, spender, value);
    }

    /// @notice EIP-712's domain separator, made anew each time: the chain may have forked.
    // forge-lint: disable-next-line(mixed-case-function)
    function DOMAIN_SEPARATOR() public view returns (bytes32) {
        return keccak256(
            abi.encode(
                DOMAIN_TYPE, keccak256(bytes(name)), keccak256(bytes(DOMAIN_VERSION)), block.chainid, address(this)
            )
        );
    }

    /// @notice What a wallet needs to know to sign for the token.
    function eip712Domain()
        external
        view
        returns (
            bytes1 fields,
            string memory name_,
            string memory version,
            uint256 chainId,
            address verifyingContract,
            bytes32 salt,
            uint256[] memory extensions
        )
    {
        return (DOMAIN_FIELDS, name, DOMAIN_VERSION, block.chainid, address(this), bytes32(0), new uint256[](0));
    }

    // Inside.

    function _move(address from, address to, uint256 value) private {
        if (to == address(0)) revert ERC20InvalidReceiver(to);
        _take(from, value);
        unchecked {
            balanceOf[to] += value; // at most the supply
        }
        emit Transfer(from, to, value);
    }

    function _take(address from, uint256 value) private {
        uint256 held = balanceOf[from];
        if (held < value) revert ERC20InsufficientBalance(from, held, value);
        unchecked {
            balanceOf[from] = held - value;
        }
    }

    function _approve(address owner, address spender, uint256 value) private {
        if (spender == address(0)) revert ERC20InvalidSpender(spender);
        allowance[owner][spender] = value;
        emit Approval(owner, spender, value);
    }
}
