import type { Translated } from '@vpcep/openapi/documents';
import { tsdocComment } from '@vpcep/openapi/tsdoc';
import ts from 'typescript';
import { tsdocOfComment } from './tsdoc-of-comment.js';

/** What openapi-typescript has written, in two. */
export interface NamedTypes {
  /** A type of its own for every schema. */
  schemas: ts.Statement[];
  /** `paths`, `components` and `operations`, which refer to those. */
  rest: ts.Node[];
}

const { factory } = ts;
const text = factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
const nothing = factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword);

/**
 * Gives every schema a type of its own name, and refers to it by that name wherever it is used, so that editors show
 * `PortMapping[]` and not what a port mapping is made of. What may be left out may also be undefined, for projects with
 * exactOptionalPropertyTypes: it is left out of JSON and of queries then.
 *
 * @param open the known values of schemas that others may come to. The types of those names have them, so that editors offer
 * them. Within objects they are plain texts: the types of openapi-fetch would take the members of a `string & {}` apart.
 */
export function namedTypes(
  nodes: ts.Node[],
  language: keyof Translated,
  open: ReadonlyMap<string, readonly string[]>,
): NamedTypes {
  const schemas: ts.Statement[] = [];
  const rest = nodes.map((node) => ts.visitNode(node, transformed));
  return { schemas, rest };

  function transformed(node: ts.Node): ts.Node {
    if (ts.isPropertySignature(node) && nameOf(node) === 'schemas' && node.type && ts.isTypeLiteralNode(node.type)) {
      const references = node.type.members.filter(ts.isPropertySignature).map(declare);
      return withType(node, factory.createTypeLiteralNode(references));
    }
    const schema = schemaReferredTo(node);
    if (schema !== undefined) return reference(schema);
    const visited = ts.visitEachChild(node, transformed, undefined);
    return ts.isPropertySignature(visited) ? documented(mayBeUndefined(visited), visited) : visited;
  }

  /** Declares the type of a schema, and returns the member of `components` that leads there. */
  function declare(member: ts.PropertySignature): ts.PropertySignature {
    const name = nameOf(member);
    const type = ts.visitNode(member.type, transformed, ts.isTypeNode) ?? text;
    const known = open.get(name);
    const modifiers = [factory.createModifier(ts.SyntaxKind.ExportKeyword)];
    const declaration = ts.isTypeLiteralNode(type)
      ? factory.createInterfaceDeclaration(modifiers, name, undefined, undefined, type.members)
      : factory.createTypeAliasDeclaration(modifiers, name, undefined, known === undefined ? type : anyTextBut(known));
    schemas.push(documented(declaration, member));
    return factory.createPropertySignature(undefined, member.name, undefined, reference(name));
  }

  function reference(schema: string): ts.TypeNode {
    return open.has(schema) ? text : factory.createTypeReferenceNode(schema);
  }

  /** Gives a node the comment of another one, as TSDoc. */
  function documented<Node extends ts.Node>(node: Node, original: ts.Node): Node {
    const [comment] = ts.getSyntheticLeadingComments(original) ?? [];
    if (comment === undefined) return node;
    const tsdoc = tsdocComment(tsdocOfComment(comment.text, language)).trim().slice('/*'.length, -'*/'.length);
    return ts.setSyntheticLeadingComments(node, [{ ...comment, text: tsdoc }]);
  }
}

const nameOf = ({ name }: ts.PropertySignature): string =>
  ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '';

const withType = ({ modifiers, name, questionToken }: ts.PropertySignature, type: ts.TypeNode) =>
  factory.createPropertySignature(modifiers, name, questionToken, type);

/** The name of the schema that `components["schemas"]["…"]` refers to. */
function schemaReferredTo(node: ts.Node): string | undefined {
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isIndexedAccessTypeNode(node.objectType)) return undefined;
  return literalOf(node.objectType.indexType) === 'schemas' ? literalOf(node.indexType) : undefined;
}

const literalOf = (type: ts.TypeNode): string | undefined =>
  ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? type.literal.text : undefined;

/** What may be left out may be undefined, unless it may not be there at all. */
function mayBeUndefined(member: ts.PropertySignature): ts.PropertySignature {
  const { type, questionToken } = member;
  if (questionToken === undefined || type === undefined || type.kind === ts.SyntaxKind.NeverKeyword) return member;
  return withType(member, factory.createUnionTypeNode([type, nothing]));
}

/** Of values that others may come to: those that are known, which editors then offer, or any other text. */
function anyTextBut(known: readonly string[]): ts.TypeNode {
  const literals = known.map((value) => factory.createLiteralTypeNode(factory.createStringLiteral(value)));
  const anyOther = factory.createIntersectionTypeNode([text, factory.createTypeLiteralNode([])]);
  return factory.createUnionTypeNode([...literals, factory.createParenthesizedType(anyOther)]);
}
