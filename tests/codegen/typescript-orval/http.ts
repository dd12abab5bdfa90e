// What every request of the generated client goes through: it knows where the server is, and who asks.

export const settings = { url: "", authorization: "" };

export async function http<T>(path: string, options: RequestInit): Promise<T> {
  const headers = new Headers(options.headers);
  headers.set("Authorization", settings.authorization);
  const response = await fetch(settings.url + path, { ...options, headers });
  const text = await response.text();
  return { data: text ? JSON.parse(text) : undefined, status: response.status, headers: response.headers } as T;
}
