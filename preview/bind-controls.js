// @ts-check

import { part } from "./part.js";

/**
 * Binds the small controls above the views to the settings, both ways.
 * @param {ReturnType<typeof import("./open-settings.js").openSettings>} settings
 */
export function bindControls(settings) {
  const { now, change, onChange } = settings;
  bindRadios(
    "zoom",
    () => now.zoom,
    (zoom) => change({ zoom: zoom === "100" || zoom === "150" ? zoom : "fit" }),
  );
  bindRadios(
    "widths",
    () => now.width,
    (width) => change({ width }),
  );
  bindTick(
    "html-dark",
    () => now.scheme === "dark",
    (isOn) => change({ scheme: isOn ? "dark" : "light" }),
  );
  bindTick(
    "mail-dark",
    () => now.mail === "dark",
    (isOn) => change({ mail: isOn ? "dark" : "light" }),
  );
  bindTick(
    "mail-bare",
    () => now.images === "off",
    (isOn) => change({ images: isOn ? "off" : "on" }),
  );

  /**
   * @param {string} id
   * @param {() => string} read
   * @param {(value: string) => void} write
   */
  function bindRadios(id, read, write) {
    const group = part(id, HTMLFieldSetElement);
    const radios = [...group.elements].filter((input) => input instanceof HTMLInputElement);
    const show = () => {
      for (const radio of radios) radio.checked = radio.value === read();
    };
    group.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement) write(target.value);
    });
    onChange(show);
    show();
  }

  /**
   * @param {string} id
   * @param {() => boolean} read
   * @param {(isOn: boolean) => void} write
   */
  function bindTick(id, read, write) {
    const tick = part(id, HTMLInputElement);
    const show = () => {
      tick.checked = read();
    };
    tick.addEventListener("change", () => write(tick.checked));
    onChange(show);
    show();
  }
}
