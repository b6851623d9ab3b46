"""A clinic's own authority: certificates by which desks know the server, and the server its desks.

Three files lie in a folder of the clinic's: `ca.key` (whoever has it can make desks: keep it off the server), `ca.crt`,
and for the server `server.crt` with `server.key`. All hold ten years: a certificate that runs out on a Sunday stops
every desk, and a desk that was lost is shut out by `revoke`, not by a date.
"""

from __future__ import annotations

import ipaddress
import os
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from db.trouble import one_door
from desk_app.domain.errors import Trouble, WrongInput

_HOLDS: Final = timedelta(days=3650)
#: A desk whose clock is behind must not find the certificate of the future.
_BEFORE: Final = timedelta(days=2)
_HOST: Final = re.compile(
    r"(?=.{1,253}$)[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*"
)


def make(folder: Path, hosts: Sequence[str], clinic: str = "") -> tuple[Path, ...]:
    """The authority of `folder`, made unless it is there, and a new certificate for a server under these names.

    Answers the files written. Raises `WrongInput` (`centre.host`) for a name that is none, `Trouble` of the disk or
    (`centre.ca`) when only a part of the authority is there.
    """
    names = [_name(host) for host in hosts]
    with one_door(folder):
        folder.mkdir(parents=True, exist_ok=True)
        written: list[Path] = []
        if not (folder / "ca.crt").exists() and not (folder / "ca.key").exists():
            key = ec.generate_private_key(ec.SECP256R1())
            told = _named(f"Tessera {clinic}".strip()[:64])
            authority = _signed(told, told, key.public_key(), key, x509.BasicConstraints(ca=True, path_length=0))
            written += [_private(folder / "ca.key", key), _public(folder / "ca.crt", authority)]
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = _issued(folder, hosts[0], key, ExtendedKeyUsageOID.SERVER_AUTH, names)
        written += [_private(folder / "server.key", key), _public(folder / "server.crt", certificate)]
    return tuple(written)


def for_desk(folder: Path, role: str) -> tuple[str, str, str]:
    """The authority's certificate, and a new one with its key for the desk of this role, as PEM texts.

    Raises `Trouble` (`centre.ca`) when there is no authority in the folder.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = _issued(folder, role, key, ExtendedKeyUsageOID.CLIENT_AUTH, [])
    return _authority(folder)[0].public_bytes(serialization.Encoding.PEM).decode(), _pem(certificate), _key_pem(key)


def _name(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        if not _HOST.fullmatch(host):
            raise WrongInput("centre.host", "--host", found=host[:60]) from None
        return x509.DNSName(host)


def _authority(folder: Path) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    try:
        certificate = x509.load_pem_x509_certificate((folder / "ca.crt").read_bytes())
        key = serialization.load_pem_private_key((folder / "ca.key").read_bytes(), None)
    except (OSError, ValueError):
        raise Trouble("centre.ca", file=folder.name) from None
    if not isinstance(key, ec.EllipticCurvePrivateKey) or key.public_key() != certificate.public_key():
        raise Trouble("centre.ca", file=folder.name)
    return certificate, key


def _issued(
    folder: Path, who: str, key: ec.EllipticCurvePrivateKey, use: x509.ObjectIdentifier, names: list[x509.GeneralName]
) -> x509.Certificate:
    authority, signing = _authority(folder)
    more: list[x509.ExtensionType] = [x509.ExtendedKeyUsage([use])]
    if names:
        more.append(x509.SubjectAlternativeName(names))
    plain = x509.BasicConstraints(ca=False, path_length=None)
    return _signed(_named(who[:64]), authority.subject, key.public_key(), signing, plain, *more)


def _signed(
    subject: x509.Name,
    issuer: x509.Name,
    public: ec.EllipticCurvePublicKey,
    signing: ec.EllipticCurvePrivateKey,
    constraints: x509.BasicConstraints,
    *more: x509.ExtensionType,
) -> x509.Certificate:
    now = datetime.now(UTC)
    signs = constraints.ca
    builder = (
        x509.CertificateBuilder(issuer, subject, public, x509.random_serial_number(), now - _BEFORE, now + _HOLDS)
        .add_extension(constraints, critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=not signs, content_commitment=False, key_encipherment=False, data_encipherment=False,
                key_agreement=False, key_cert_sign=signs, crl_sign=signs, encipher_only=False, decipher_only=False,
            ),
            critical=True,
        )
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signing.public_key()), critical=False)
    )  # fmt: skip
    for extension in more:
        builder = builder.add_extension(extension, critical=False)
    return builder.sign(signing, hashes.SHA256())


def _named(who: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, who)])


def _pem(certificate: x509.Certificate) -> str:
    return certificate.public_bytes(serialization.Encoding.PEM).decode()


def _key_pem(key: ec.EllipticCurvePrivateKey) -> str:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()


def _public(path: Path, certificate: x509.Certificate) -> Path:
    path.write_text(_pem(certificate), encoding="ascii")
    return path


def _private(path: Path, key: ec.EllipticCurvePrivateKey) -> Path:
    """A key that nobody else may read, from the first byte on; one that was there is replaced whole."""
    fresh = path.with_name(f"{path.name}.new")
    fresh.unlink(missing_ok=True)
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as out:
        out.write(_key_pem(key))
    fresh.replace(path)
    return path
