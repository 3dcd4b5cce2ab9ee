import type { Browser } from "puppeteer-core";

/** Share of points of two WebP pictures that differ to the eye, at a quarter of their size: what compression loses is no difference. */
export async function differenceOf(browser: Browser, one: Uint8Array, other: Uint8Array): Promise<number> {
  const page = await browser.newPage();
  try {
    const addresses = [one, other].map(
      (bytes) => `data:image/webp;base64,${Buffer.from(bytes).toString("base64")}`,
    );
    return await page.evaluate(async (pictures) => {
      const points = await Promise.all(
        pictures.map(async (address) => {
          const image = new Image();
          image.src = address;
          await image.decode();
          const width = Math.round(image.width / 4);
          const height = Math.round(image.height / 4);
          const context = new OffscreenCanvas(width, height).getContext("2d");
          if (context === null) throw new Error("no canvas");
          context.drawImage(image, 0, 0, width, height);
          return context.getImageData(0, 0, width, height).data;
        }),
      );
      const [first, second] = points;
      if (first === undefined || second === undefined || first.length !== second.length) return 1;
      let differing = 0;
      for (let at = 0; at < first.length; at += 4) {
        const distance = [0, 1, 2].map((part) =>
          Math.abs((first[at + part] ?? 0) - (second[at + part] ?? 0)),
        );
        if (Math.max(...distance) > 24) differing += 1;
      }
      return differing / (first.length / 4);
    }, addresses);
  } finally {
    await page.close();
  }
}
