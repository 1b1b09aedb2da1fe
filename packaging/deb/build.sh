#!/usr/bin/env bash
# Build the stand-alone program and the Debian package around it.
#   build.sh PYTHON FOLDER      PYTHON has requirements/package.txt and the wheel; FOLDER receives the .deb
set -euo pipefail
cd "$(dirname "$0")/../.."
source packaging/epoch.sh
python=$1 folder=$2
here=packaging/deb root=build/deb-root program=build/deb-root/usr/lib/case-intake
version=$("$python" -c 'from importlib.metadata import version; print(version("case-intake"))')
noto=/usr/share/fonts/truetype/noto
architecture=$(dpkg --print-architecture)

rm -rf build/pyinstaller "$root"
"$python" -m PyInstaller --noconfirm --clean --log-level ERROR --distpath build/pyinstaller/dist --workpath build/pyinstaller/work packaging/intake.spec

mkdir -p "$program" "$root"/{DEBIAN,usr/bin,usr/share/applications,usr/share/icons/hicolor/scalable/apps,usr/share/doc/case-intake,etc/apparmor.d} "$folder"
cp -r build/pyinstaller/dist/intake/. "$program/"
fonts=("NotoSans"{,Arabic,Georgian,Mono}{-Regular,-Bold}.ttf NotoSans-Italic.ttf)
mkdir -p "$program/_internal/intake/_built/fonts"
(cd "$noto" && cp "${fonts[@]}" "$OLDPWD/$program/_internal/intake/_built/fonts/") || { echo "the package carries fonts: apt-get install fonts-noto-core fonts-noto-mono" >&2; exit 1; }
cp /usr/share/doc/fonts-noto-core/copyright "$root/usr/share/doc/case-intake/fonts-copyright"
ln -s ../lib/case-intake/intake "$root/usr/bin/intake"
cp "$here/case-intake.desktop" "$root/usr/share/applications/"
cp resources/icons/program/case-intake.svg "$root/usr/share/icons/hicolor/scalable/apps/"
cp "$here/apparmor" "$root/etc/apparmor.d/case-intake"
cp "$here/copyright" packaging/verify.md "$root/usr/share/doc/case-intake/"
cp "$here/postinst" "$here/postrm" "$root/DEBIAN/"
echo /etc/apparmor.d/case-intake > "$root/DEBIAN/conffiles"

depends=$(PYTHONPATH=packaging "$python" "$here/depends.py" "$program")
size=$(find "$root/usr" "$root/etc" -type f -printf '%s\n' | awk '{ total += $1 } END { print int(total / 1024) }')
sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@SIZE@/$size/" -e "s/@DEPENDS@/$depends/" "$here/control" > "$root/DEBIAN/control"
(cd "$root" && find usr etc -type f -print0 | sort -z | xargs -0 md5sum > DEBIAN/md5sums)

chmod -R u=rwX,go=rX "$root"
chmod 755 "$root"/DEBIAN/post* "$program/intake"
find "$root" -exec touch --no-dereference --date "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zxz --build "$root" "$folder/case-intake_${version}_$architecture.deb" >/dev/null
ls -l --time-style=+ "$folder"/*.deb
