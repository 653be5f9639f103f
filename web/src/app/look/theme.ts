import { fold } from '@congso/language/fold';
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple, type OptionsFilter } from '@mantine/core';
import { takeOnlyMatch } from '../../lib/keyboard/take-only-match.ts';

/** The one accent: a deep teal. Shade 8 carries white text (5.9:1) in light and in dark. */
const teal: MantineColorsTuple = [
  '#e8f5f3',
  '#d2e9e6',
  '#a8d5d0',
  '#7bc0b9',
  '#54aea5',
  '#379e94',
  '#1f8a81',
  '#12766e',
  '#0b655e',
  '#08514c',
];

/** Mantine's own dark greys are warmer than our surfaces. */
const dark: MantineColorsTuple = [
  '#e2e6e9',
  '#c3cad0',
  '#a9b1b8',
  '#7d8790',
  '#414a52',
  '#343c43',
  '#242a2f',
  '#1b2024',
  '#15191c',
  '#101316',
];

/** What is typed finds "Đặng" by "dang". */
const filterFolded: OptionsFilter = ({ options, search }) => {
  const wanted = fold(search).trim();
  return options.filter((option) => 'label' in option && fold(option.label).includes(wanted));
};

const OWN_SCROLL = { withScrollArea: false, styles: { options: { maxHeight: '16rem', overflowY: 'auto' } } };

/** The figures first, whose face has nothing else (fonts.css). */
const FONTS = "'Inter Figures', 'Be Vietnam Pro', system-ui, sans-serif";
/** Enter takes the first that is found, Enter and Tab the only one; a list opens over the page only when it is asked for. */
const BY_KEYBOARD = { selectFirstOptionOnChange: true, openOnFocus: false, onKeyDown: takeOnlyMatch };

export const theme = createTheme({
  colors: { teal, dark },
  primaryColor: 'teal',
  primaryShade: 8,
  defaultRadius: 'md',
  fontFamily: FONTS,
  // Three levels that are told apart at a glance: a page 22/600, a line 15/500, a detail 13/400.
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.375rem' },
  // Room for marks above and below: ế, ộ, ữ.
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.4' },
  headings: { fontFamily: FONTS, fontWeight: '600' },
  components: {
    // The list itself scrolls, not a box around it: the keyboard moves in it by the field (WCAG 2.1.1).
    Select: { defaultProps: { ...OWN_SCROLL, ...BY_KEYBOARD, filter: filterFolded } },
    MultiSelect: { defaultProps: { ...OWN_SCROLL, ...BY_KEYBOARD, filter: filterFolded } },
    // What is typed here stands as it is typed, unless only one is left, or one is chosen.
    Autocomplete: { defaultProps: { ...OWN_SCROLL, filter: filterFolded, onKeyDown: takeOnlyMatch } },
    // A click beside a dialog is mostly a slip, and what was typed in it would be gone.
    Modal: { defaultProps: { closeOnClickOutside: false, transitionProps: { duration: 140 } } },
    Popover: { defaultProps: { transitionProps: { duration: 120 } } },
    Menu: { defaultProps: { transitionProps: { duration: 120 } } },
    // Mantine sets the words of a toast below 4.5:1.
    Notification: { styles: { description: { color: 'var(--mantine-color-text)' } } },
    // Mantine shouts in capitals and cuts what does not fit; marks and words need both otherwise.
    Badge: {
      defaultProps: { tt: 'none', fw: 500 },
      styles: { root: { minWidth: 'max-content', overflow: 'visible' }, label: { overflow: 'visible' } },
    },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
});

const LIGHT_TEXT_COLORS = ['red', 'orange', 'yellow', 'green', 'blue', 'grape', 'violet', 'gray', 'teal'];

/** Texts of the "light" variant, which Mantine sets below 4.5:1. */
function readable(shade: number): Record<string, string> {
  return Object.fromEntries(
    LIGHT_TEXT_COLORS.map((color) => [
      `--mantine-color-${color}-light-color`,
      color === 'yellow' && shade === 9 ? '#7a4d00' : `var(--mantine-color-${color}-${shade})`,
    ]),
  );
}

/** Our surfaces, and Mantine's colours where they miss WCAG AA. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...readable(9),
    '--mantine-color-dimmed': '#565d66',
    '--mantine-color-placeholder': '#667078',
    '--mantine-color-error': '#b42318',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1d2329',
    '--mantine-color-orange-light-color': '#8f3d00',
    '--mantine-color-green-light-color': '#1b6a2d',
    '--mantine-color-gray-light-color': '#3d454d',
    '--congso-page': '#f6f7f8',
    '--congso-surface': '#ffffff',
    '--congso-rail': '#eceff0',
    '--congso-rail-text': '#3d454d',
    '--congso-rail-hover': '#e0e4e6',
    '--congso-rail-active': '#0b655e',
    '--congso-border': '#e1e5e8',
    '--congso-control': '#7d8790',
    '--congso-hover': '#f0f3f4',
    '--congso-selected': '#e3f1ef',
    '--congso-bubble': '#eef1f3',
    '--congso-bubble-mine': '#dcefec',
    '--congso-online': '#2b9a45',
    '--congso-good': '#1b6a2d',
    '--congso-good-surface': '#e5f5e8',
    '--congso-soon': '#7a4d00',
    '--congso-soon-surface': '#fdf1d6',
    '--congso-late': '#b42318',
    '--congso-late-surface': '#fdeaea',
    '--congso-closed': '#4b545c',
    '--congso-closed-surface': '#eceff1',
    '--congso-closed-late': '#6f3a93',
    '--congso-closed-late-surface': '#f3eaf9',
  },
  dark: {
    ...readable(3),
    '--mantine-color-dimmed': '#a9b1b8',
    '--mantine-color-placeholder': '#98a1a9',
    '--mantine-color-error': '#ff9a92',
    '--mantine-color-body': '#1b2024',
    '--mantine-color-text': '#e2e6e9',
    '--mantine-color-default': '#242a2f',
    '--mantine-color-default-hover': '#2b3238',
    '--mantine-color-default-border': '#414a52',
    '--mantine-color-anchor': '#7bc0b9',
    '--congso-page': '#15191c',
    '--congso-surface': '#1b2024',
    '--congso-rail': '#101316',
    '--congso-rail-text': '#b7c0c8',
    '--congso-rail-hover': '#20262b',
    '--congso-rail-active': '#7bc0b9',
    '--congso-border': '#313940',
    '--congso-control': '#7d8790',
    '--congso-hover': '#232a2f',
    '--congso-selected': '#1d3836',
    '--congso-bubble': '#272e34',
    '--congso-bubble-mine': '#1b403d',
    '--congso-online': '#4cc26a',
    '--congso-good': '#86dd9b',
    '--congso-good-surface': '#183222',
    '--congso-soon': '#f3c469',
    '--congso-soon-surface': '#3b2e12',
    '--congso-late': '#ff9a92',
    '--congso-late-surface': '#43201f',
    '--congso-closed': '#b7c0c8',
    '--congso-closed-surface': '#2a3137',
    '--congso-closed-late': '#d3aef0',
    '--congso-closed-late-surface': '#35234a',
  },
});
