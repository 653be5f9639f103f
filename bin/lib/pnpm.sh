# Sourced in the project's root. Puts pnpm on the PATH: the system's own, or one kept in this project only.
PNPM_VERSION=12.21.0

is_pnpm_right() {
  case "$(pnpm --version 2>/dev/null || true)" in 12.*) return 0 ;; *) return 1 ;; esac
}

use_pnpm() {
  PATH="$PATH:$PWD/.cache/pnpm/bin"
  export PATH
  is_pnpm_right && return 0
  command -v npm >/dev/null || return 1
  echo 'Installing pnpm ...'
  # Somebody's other pnpm is left alone: ours then goes before it on the PATH of this project's scripts.
  if [ "$(id -u)" = 0 ] && ! command -v pnpm >/dev/null; then
    npm install --global --loglevel=error --no-fund --no-audit "pnpm@$PNPM_VERSION" >/dev/null
  else
    npm install --global --prefix "$PWD/.cache/pnpm" --loglevel=error --no-fund --no-audit "pnpm@$PNPM_VERSION" >/dev/null
    PATH="$PWD/.cache/pnpm/bin:$PATH"
  fi
  is_pnpm_right
}
