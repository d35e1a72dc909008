// Gives the person a file that this page has made.

const FREED_AFTER_MS = 60_000;

export const download = ({ file, name }: { readonly file: Blob; readonly name: string }): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), FREED_AFTER_MS);
};
