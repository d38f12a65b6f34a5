//! `a=1&b=2` as it stands after the `?` of the hash. Reading is total; writing is canonical.

/// One piece of a path or one value, with what would end it escaped. Chinese characters stay as they are, so that an
/// address can be read; a browser escapes them as it likes.
pub fn encode(piece: &str) -> String {
    let mut text = String::with_capacity(piece.len());
    for c in piece.chars() {
        if c.is_ascii_control() || " %&=+#?/,\"<>`".contains(c) {
            text.push_str(&format!("%{:02X}", c as u32));
        } else {
            text.push(c);
        }
    }
    text
}

/// What a browser or a chat program made of a piece, undone. What is not an escape, or not text once undone, stays as it
/// stands: the search then finds nothing, and says so.
pub(crate) fn decode(piece: &str) -> String {
    let digit = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
    let bytes = piece.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match (byte, digit(bytes.get(at + 1)), digit(bytes.get(at + 2))) {
            (b'%', Some(high), Some(low)) => {
                decoded.push((high * 16 + low) as u8);
                at += 3;
            }
            _ => {
                decoded.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| piece.to_owned())
}

/// Parameters in the order in which they stand.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Params {
    named: Vec<(String, Vec<String>)>,
    is_cut: bool,
}

impl Params {
    /// How many values are read. Nobody picks as many, and an address may have millions, each to be put in its order.
    pub const MOST: usize = 1000;

    /// Whether there were more values than are read.
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// Reads `a=1,2&b=3`. Pieces without a name or value are passed over.
    pub fn parse(text: &str) -> Self {
        let pairs = text.split('&').filter_map(|pair| pair.split_once('='));
        let mut params = Self::default();
        let mut room = Self::MOST;
        for (name, values) in pairs.filter(|(name, _)| !name.is_empty()) {
            let mut values = values.split(',').filter(|value| !value.is_empty());
            let read: Vec<String> = values.by_ref().take(room).map(decode).collect();
            params.is_cut |= values.next().is_some();
            room -= read.len();
            if !read.is_empty() {
                params.named.push((decode(name), read));
            }
        }
        params
    }

    /// The first value of the parameter.
    pub fn first(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// Every value of the parameter.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.named
            .iter()
            .filter(move |(own, _)| own == name)
            .flat_map(|(_, values)| values.iter().map(String::as_str))
    }

    /// Adds a parameter; one without values is left out.
    pub fn push<'v>(&mut self, name: &str, values: impl IntoIterator<Item = &'v str>) {
        let values: Vec<String> = values
            .into_iter()
            .filter(|value| !value.is_empty())
            .map(str::to_owned)
            .collect();
        if !values.is_empty() {
            self.named.push((name.to_owned(), values));
        }
    }

    /// `?a=1,2&b=3`, or nothing.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for (name, values) in &self.named {
            text.push(if text.is_empty() { '?' } else { '&' });
            let values: Vec<_> = values.iter().map(|value| encode(value)).collect();
            text.push_str(&format!("{}={}", encode(name), values.join(",")));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn escapes_are_undone_and_what_is_none_stays() {
        assert_eq!(
            ["%E4%B8%9D", "a%2Cb", "100%", "%zz", "%E4%B8", "丝%20绸"].map(decode),
            ["丝", "a,b", "100%", "%zz", "%E4%B8", "丝 绸"]
        );
    }
}
